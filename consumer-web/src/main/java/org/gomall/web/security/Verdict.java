package org.gomall.web.security;

import java.util.Set;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/**
 * What was decided about a request, and why.
 *
 * @param rule the entry of a list or the permission that decided, or null
 * @param methods what the path serves, where the method was the trouble
 */
record Verdict(Reason reason, String rule, Set<String> methods) {

    /** Why. */
    enum Reason {
        /** A rule of the whitelist opens it to everybody. */
        WHITELIST(null, null),
        /** A permission of one of the user's roles allows it. */
        PERMISSION(null, null),
        /** The address is on the blacklist. */
        ADDRESS_BLACKLISTED(ErrorCode.NO_PERMISSION, "Requests from this address are not accepted"),
        /** The user is on the blacklist. */
        USER_BLACKLISTED(ErrorCode.BANNED, null),
        /** The account is banned. */
        BANNED(ErrorCode.BANNED, null),
        /** There is no such path, or it is written in a way that is not accepted. */
        NO_SUCH_PATH(ErrorCode.NOT_FOUND, null),
        /** The path exists, but not with this method. */
        NO_SUCH_METHOD(ErrorCode.METHOD_NOT_ALLOWED, null),
        /** No guests here. */
        LOGIN_NEEDED(ErrorCode.NOT_LOGGED_IN, null),
        /** No permission of any of the user's roles fits: what is not allowed is denied. */
        NO_PERMISSION(ErrorCode.NO_PERMISSION, null);

        private final ErrorCode error;
        private final String message;

        Reason(ErrorCode error, String message) {
            this.error = error;
            this.message = message;
        }

        boolean isAllowed() {
            return error == null;
        }

        BusinessException refusal() {
            return new BusinessException(error, message == null ? error.defaultMessage() : message);
        }
    }

    static Verdict of(Reason reason) {
        return new Verdict(reason, null, Set.of());
    }

    static Verdict by(Reason reason, String rule) {
        return new Verdict(reason, rule, Set.of());
    }

    boolean isAllowed() {
        return reason.isAllowed();
    }
}
