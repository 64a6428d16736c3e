package org.gomall.web.envelope;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.tracing.TraceId;

/**
 * A refusal or fault on its way to the client.
 *
 * @param data what programs may want to know, or null
 * @param retryAfterSeconds when trying again makes sense, or null
 */
public record Failure(ErrorCode error, String message, Map<String, Object> data, Long retryAfterSeconds) {

    private static final String RETRY_AFTER = "retryAfterSeconds";

    /** What {@code refusal} means to the client. */
    public static Failure of(BusinessException refusal) {
        Map<String, Object> data = new LinkedHashMap<>();
        refusal.details().forEach((name, value) -> data.put(name, isId(name, value) ? value.toString() : value));
        Long retryAfter = retryAfter(refusal);
        return new Failure(
                refusal.error(),
                refusal.getMessage() == null ? refusal.error().defaultMessage() : refusal.getMessage(),
                data.isEmpty() ? null : data,
                retryAfter);
    }

    /** A failure with the code's own message. */
    public static Failure of(ErrorCode error) {
        return of(new BusinessException(error));
    }

    /** Fields that are wrong. */
    public static Failure fields(Map<String, String> wrong) {
        return new Failure(
                ErrorCode.VALIDATION, ErrorCode.VALIDATION.defaultMessage(), new LinkedHashMap<>(wrong), null);
    }

    /** The JSON form. */
    public Envelope<Map<String, Object>> envelope() {
        return new Envelope<>(error.number(), message, data, TraceId.current());
    }

    private static boolean isId(String name, Object value) {
        return value instanceof Number && name.endsWith("Id");
    }

    private static Long retryAfter(BusinessException refusal) {
        if (refusal.details().get(RETRY_AFTER) instanceof Number seconds) {
            return Math.max(1, seconds.longValue());
        }
        return switch (refusal.error()) {
            case RATE_LIMITED -> 1L;
            case UNAVAILABLE -> 2L;
            default -> null;
        };
    }
}
