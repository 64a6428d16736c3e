package org.gomall.web.security;

import java.util.List;
import java.util.Locale;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Says what {@link AccessPolicy} would decide about somebody's request; for the API and the page alike. */
@Component
class Explainer {

    private static final int LONGEST_PATH = 1_000;

    private final AccessPolicy policy;
    private final UserDirectoryService users;
    private final RoleService roles;

    Explainer(AccessPolicy policy, @Lazy UserDirectoryService users, @Lazy RoleService roles) {
        this.policy = policy;
        this.users = users;
        this.roles = roles;
    }

    /**
     * The explanation.
     *
     * @param userId null for a guest
     * @param path as it stands in the address line; what follows a question mark does not matter
     * @param address null when it does not matter where the request comes from
     */
    Explanation explain(ActingUser actor, Long userId, String method, String path, String address) {
        String verb = method == null ? "" : method.strip().toUpperCase(Locale.ROOT);
        Check.fields()
                .that(verb.matches("[A-Z]{3,10}"), "method", "must be a method such as GET")
                .that(
                        path != null && path.startsWith("/") && path.length() <= LONGEST_PATH,
                        "path",
                        "must begin with / and have at most " + LONGEST_PATH + " characters")
                .that(
                        address == null || AddressBlock.bytes(address).isPresent(),
                        "ip",
                        "must be an IPv4 or IPv6 address")
                .orRefuse();
        UserView user = userId == null ? null : users.get(actor, userId);
        Verdict verdict = policy.decide(verb, path.split("[?#]", 2)[0], address, visitor(user));
        boolean byRole = verdict.reason() == Verdict.Reason.PERMISSION;
        return new Explanation(
                verdict.isAllowed(),
                verdict.rule(),
                byRole ? role(user.roles(), verdict.rule()) : null,
                verdict.reason().name());
    }

    private static Visitor visitor(UserView user) {
        if (user == null || user.status() == UserStatus.CLOSED) {
            return Visitor.GUEST;
        }
        return user.status() == UserStatus.BANNED
                ? Visitor.banned(user.userId())
                : Visitor.user(user.userId(), user.permissions());
    }

    private String role(List<String> ofUser, String permission) {
        return roles.roles().stream()
                .filter(role ->
                        ofUser.contains(role.role()) && role.permissions().contains(permission))
                .map(role -> role.role())
                .findFirst()
                .orElse(null);
    }
}
