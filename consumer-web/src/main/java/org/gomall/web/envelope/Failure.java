package org.gomall.web.envelope;

import java.time.Instant;
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
    private static final String MAINTENANCE = "maintenance";
    private static final String UNTIL = "until";
    private static final String RUSH = "rush";

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

    /**
     * The whole mall is closed for a while.
     *
     * @param until the estimated end, or null
     */
    public static Failure maintenance(Instant until, long retryAfterSeconds) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(MAINTENANCE, true);
        if (until != null) {
            data.put(UNTIL, until);
        }
        return new Failure(
                ErrorCode.UNAVAILABLE,
                "The mall is closed for maintenance, please come back later",
                data,
                Math.max(1, retryAfterSeconds));
    }

    /** There are more requests at the moment than can be served; the answer costs as little as it can. */
    public static Failure rush() {
        return new Failure(ErrorCode.RATE_LIMITED, ErrorCode.RATE_LIMITED.defaultMessage(), Map.of(RUSH, true), 1L);
    }

    boolean isRush() {
        return data != null && data.containsKey(RUSH);
    }

    /** Whether the whole mall is closed. */
    boolean isMaintenance() {
        return data != null && data.containsKey(MAINTENANCE);
    }

    /** The estimated end of the maintenance, or null. */
    Instant until() {
        return data != null && data.get(UNTIL) instanceof Instant end ? end : null;
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
