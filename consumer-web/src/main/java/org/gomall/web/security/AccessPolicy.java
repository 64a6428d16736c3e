package org.gomall.web.security;

import java.util.Optional;
import java.util.Set;
import org.gomall.api.common.BusinessException;
import org.gomall.web.envelope.FailureResponses;
import org.gomall.web.security.Verdict.Reason;
import org.springframework.stereotype.Component;

/**
 * Decides about a request, for the filter and for the page that explains decisions alike. Denies by default: open to guests
 * by the access rules, else a login and a permission of one of the user's roles.
 */
@Component
class AccessPolicy {

    /** JSON only, so no form of another site can send them, and there is no session yet that could vouch for them. */
    static final Set<String> BEFORE_LOGIN = Set.of("/api/auth/login", "/api/auth/register");

    private final LiveAccessRules live;
    private final Routes routes;

    AccessPolicy(LiveAccessRules live, Routes routes) {
        this.live = live;
        this.routes = routes;
    }

    /**
     * The verdict.
     *
     * @param method as it was sent; HEAD counts as GET
     * @param rawPath as it was sent, not decoded
     * @param address where from, or null when that does not matter
     * @throws BusinessException UNAVAILABLE when it matters who this is and cannot be found out
     */
    Verdict decide(String method, String rawPath, String address, Visitor visitor) throws BusinessException {
        AccessRules rules = live.current();
        Optional<String> keptOut = address == null ? Optional.empty() : rules.keepsOut(address);
        if (keptOut.isPresent()) {
            return Verdict.by(Reason.ADDRESS_BLACKLISTED, keptOut.get());
        }
        Optional<String> plain = PlainPath.of(rawPath);
        if (plain.isEmpty()) {
            return Verdict.of(Reason.NO_SUCH_PATH);
        }
        String path = plain.get();
        String wanted = effective(method);
        Optional<String> open = rules.openBy(wanted, path);
        boolean blacklisted = visitor.userId() != null && rules.keepsOut(visitor.userId());
        if ((blacklisted || visitor.isBanned()) && !(open.isPresent() && isForGuests(path))) {
            return blacklisted
                    ? Verdict.by(Reason.USER_BLACKLISTED, visitor.userId().toString())
                    : Verdict.of(Reason.BANNED);
        }
        return open.map(rule -> Verdict.by(Reason.WHITELIST, rule)).orElseGet(() -> closed(wanted, path, visitor));
    }

    /** Whether this visitor is kept out wherever they are known. */
    boolean isKeptOut(Visitor visitor) {
        return visitor.isBanned() || (visitor.userId() != null && live.current().keepsOut(visitor.userId()));
    }

    private Verdict closed(String method, String path, Visitor visitor) {
        Set<String> methods = routes.methods(path);
        if (methods.isEmpty()) {
            return Verdict.of(Reason.NO_SUCH_PATH);
        }
        if (!Routes.serves(methods, method)) {
            return new Verdict(Reason.NO_SUCH_METHOD, null, methods);
        }
        if (visitor.trouble() != null) {
            throw visitor.trouble();
        }
        if (visitor.userId() == null) {
            return Verdict.of(Reason.LOGIN_NEEDED);
        }
        return Permissions.deciding(visitor.permissions(), method, path)
                .map(permission -> Verdict.by(Reason.PERMISSION, permission))
                .orElse(Verdict.of(Reason.NO_PERMISSION));
    }

    /** The method that rules and permissions are asked about. */
    static String effective(String method) {
        return method.equals("HEAD") ? "GET" : method;
    }

    /**
     * Where somebody who is kept out counts as a guest: on open pages, or they could not even log out and leave the browser
     * to somebody else.
     */
    private static boolean isForGuests(String path) {
        return !FailureResponses.isApi(path) || BEFORE_LOGIN.contains(path);
    }
}
