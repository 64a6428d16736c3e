package org.gomall.web.security;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/**
 * Who wants something, as far as the decision needs to know.
 *
 * @param userId null for a guest
 * @param permissions patterns of the user's roles
 * @param trouble BANNED, or why it could not be found out who this is; else null
 */
record Visitor(Long userId, List<String> permissions, BusinessException trouble) {

    static final Visitor GUEST = new Visitor(null, List.of(), null);

    static Visitor user(long userId, List<String> permissions) {
        return new Visitor(userId, permissions, null);
    }

    static Visitor banned(long userId) {
        return new Visitor(userId, List.of(), new BusinessException(ErrorCode.BANNED));
    }

    static Visitor unknown(BusinessException trouble) {
        return new Visitor(null, List.of(), trouble);
    }

    boolean isBanned() {
        return trouble != null && trouble.error() == ErrorCode.BANNED;
    }
}
