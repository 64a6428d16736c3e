package org.gomall.api.common;

/**
 * Every refusal and failure GoMall can answer with, one stable number each.
 *
 * <p>The number is HTTP status × 100 + n, so {@link #httpStatus()} follows from it. Numbers are never reused. The
 * message is the default for API users; pages translate by number.
 */
public enum ErrorCode {
    /** The body is not readable JSON. */
    MALFORMED(40000, "The request body is not readable"),
    /** One or more fields are wrong; the details name each field. */
    VALIDATION(40001, "Some fields are not valid"),
    /** A write that must be repeatable came without its Idempotency-Key header. */
    IDEMPOTENCY_KEY_MISSING(40002, "The Idempotency-Key header is missing"),
    /** Nobody is logged in. */
    NOT_LOGGED_IN(40100, "Please log in"),
    /** Account unknown or password wrong; deliberately not told apart. */
    BAD_CREDENTIALS(40101, "The account or the password is wrong"),
    /** The caller's roles do not allow this. */
    NO_PERMISSION(40300, "You are not allowed to do this"),
    /** The account or the address it comes from is banned. */
    BANNED(40301, "This account is banned"),
    /** A form or cookie-authenticated write came without a valid CSRF token. */
    CSRF(40302, "The page is out of date, please reload it and try again"),
    /** Does not exist, or belongs to somebody else. */
    NOT_FOUND(40400, "Not found"),
    /** The path exists but not with this HTTP method. */
    METHOD_NOT_ALLOWED(40500, "This method is not supported here"),
    /** The caller accepts no format that this resource has. */
    NOT_ACCEPTABLE(40600, "No acceptable representation"),
    /** Conflicts with what is there, for example a name that is taken. */
    CONFLICT(40900, "This conflicts with what is already there"),
    /** The state machine does not allow this transition now. */
    ILLEGAL_STATE(40901, "This is not possible in the current state"),
    /** The server's total differs from the expected one; details hold {@code totalCents}. */
    TOTAL_CHANGED(40902, "The price has changed"),
    /** The same idempotency key was used with another request. */
    IDEMPOTENCY_KEY_REUSED(40903, "This Idempotency-Key was used for a different request"),
    /** Not enough stock; details hold {@code skuId} and {@code available}. */
    OUT_OF_STOCK(40904, "Out of stock"),
    /** The wallet does not hold enough. */
    INSUFFICIENT_BALANCE(40905, "The wallet balance is not sufficient"),
    /** The request is larger than allowed. */
    TOO_LARGE(41300, "The request is too large"),
    /** The body's media type is not supported. */
    UNSUPPORTED_MEDIA_TYPE(41500, "This media type is not supported"),
    /** Too many requests; details hold {@code retryAfterSeconds}. */
    RATE_LIMITED(42900, "Too many requests, please try again shortly"),
    /** A fault of ours. */
    INTERNAL(50000, "Something went wrong on our side"),
    /** A part is down or degraded; details hold {@code retryAfterSeconds}. */
    UNAVAILABLE(50300, "This is not available right now, please try again shortly"),
    /** No answer in time, the outcome is unknown; repeating with the same key is safe. */
    TIMEOUT(50400, "No answer in time; it is safe to repeat the request with the same Idempotency-Key");

    private final int number;
    private final String defaultMessage;

    ErrorCode(int number, String defaultMessage) {
        this.number = number;
        this.defaultMessage = defaultMessage;
    }

    /** The stable number, for example 40904. */
    public int number() {
        return number;
    }

    /** The HTTP status that the number begins with. */
    public int httpStatus() {
        return number / 100;
    }

    /** English text for API users. */
    public String defaultMessage() {
        return defaultMessage;
    }
}
