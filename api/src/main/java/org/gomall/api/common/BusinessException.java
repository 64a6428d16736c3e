package org.gomall.api.common;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal with a stable {@link ErrorCode}, declared on every Dubbo method so that it crosses the wire as itself.
 *
 * <p>A refusal is not a fault: it is not logged as an error, not retried, and does not count for circuit breakers. It
 * has no stack trace. Codes from 50000 on are faults that were translated at a border.
 */
public class BusinessException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode error;
    private final LinkedHashMap<String, Object> details;

    /** A refusal with the code's own message. */
    public BusinessException(ErrorCode error) {
        this(error, error.defaultMessage(), Map.of());
    }

    /** A refusal with a more exact message for people. */
    public BusinessException(ErrorCode error, String message) {
        this(error, message, Map.of());
    }

    /**
     * A refusal with data for programs.
     *
     * @param details plain values only (strings, numbers, lists and maps of these); becomes {@code data} of the answer
     */
    public BusinessException(ErrorCode error, String message, Map<String, ?> details) {
        super(message, null, false, false);
        this.error = error;
        this.details = new LinkedHashMap<>(details);
    }

    /** Not there, or not the caller's: the two look the same from outside. */
    public static BusinessException notFound(String what) {
        return new BusinessException(ErrorCode.NOT_FOUND, what + " not found");
    }

    /** The code that says what was refused. */
    public ErrorCode error() {
        return error;
    }

    /** Data for programs, possibly empty. */
    public Map<String, Object> details() {
        return details;
    }

    /** Whether this stands for a fault of ours (5xx) and not for a refusal. */
    public boolean isFault() {
        return error.httpStatus() >= 500;
    }
}
