package org.gomall.api.common;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with the fields of a command and refuses them all at once. */
public final class Check {

    private final Map<String, Object> wrong = new LinkedHashMap<>();

    private Check() {}

    /** Starts a check. */
    public static Check fields() {
        return new Check();
    }

    /** Notes {@code message} for {@code field} unless {@code ok}; the first message of a field stays. */
    public Check that(boolean ok, String field, String message) {
        if (!ok) {
            wrong.putIfAbsent(field, message);
        }
        return this;
    }

    /** The text is there, not blank, and has at most {@code max} characters. */
    public Check text(String value, int max, String field) {
        return that(value != null && !value.isBlank(), field, "must not be empty")
                .that(value == null || value.length() <= max, field, "must have at most " + max + " characters")
                .that(isPrintable(value), field, "must not contain control characters");
    }

    /** The text may be missing, else it has at most {@code max} characters. */
    public Check optionalText(String value, int max, String field) {
        return that(value == null || value.length() <= max, field, "must have at most " + max + " characters")
                .that(isPrintable(value), field, "must not contain control characters");
    }

    /** The id is there and positive. */
    public Check id(Long value, String field) {
        return that(value != null && value > 0, field, "must be a valid id");
    }

    /** The number lies between {@code min} and {@code max}, both included. */
    public Check range(Long value, long min, long max, String field) {
        return that(value != null && value >= min && value <= max, field, "must be between " + min + " and " + max);
    }

    /** The collection has between {@code min} and {@code max} elements and no null. */
    public Check size(Collection<?> value, int min, int max, String field) {
        int size = value == null ? 0 : value.size();
        return that(size >= min && size <= max, field, "must have between " + min + " and " + max + " entries")
                .that(
                        value == null || value.stream().noneMatch(java.util.Objects::isNull),
                        field,
                        "must not hold null");
    }

    /** An idempotency key as clients send it. */
    public Check idempotencyKey(String value) {
        if (value == null || value.isBlank()) {
            throw new BusinessException(ErrorCode.IDEMPOTENCY_KEY_MISSING);
        }
        return that(
                value.matches("[\\x21-\\x7e]{1,64}"), "Idempotency-Key", "must be 1 to 64 printable ASCII characters");
    }

    /** A page number and size as the contract allows them. */
    public Check paging(int page, int size) {
        return range((long) page, 1, PageLimits.MAX_PAGE, "page").range((long) size, 1, PageLimits.MAX_SIZE, "size");
    }

    /** Refuses when anything was noted. */
    public void orRefuse() throws BusinessException {
        if (!wrong.isEmpty()) {
            throw new BusinessException(ErrorCode.VALIDATION, ErrorCode.VALIDATION.defaultMessage(), wrong);
        }
    }

    private static boolean isPrintable(String value) {
        return value == null
                || value.chars().allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t');
    }
}
