package org.gomall.user.role;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which roles a user has, and what follows from them. */
@Component
public class UserRoles {

    /** The role that every account has. */
    public static final String USER = "USER";

    /** The role that comes with an approved shop. */
    public static final String MERCHANT = "MERCHANT";

    private final RoleMapper mapper;

    UserRoles(RoleMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Roles of a user.
     *
     * @param permissions all patterns of all these roles, each once
     */
    public record Granted(List<String> roles, List<String> permissions) {}

    /** What this user was granted; nothing for an unknown one. */
    public Granted of(long userId) {
        Set<String> roles = new LinkedHashSet<>();
        Set<String> permissions = new LinkedHashSet<>();
        for (RoleMapper.RolePattern row : mapper.patternsOfUser(userId)) {
            roles.add(row.role());
            if (row.pattern() != null) {
                permissions.add(row.pattern());
            }
        }
        return new Granted(new ArrayList<>(roles), new ArrayList<>(permissions));
    }

    /** Grants a role in the caller's transaction; once more changes nothing. */
    public void grant(long userId, String role, Instant at) {
        mapper.grant(userId, role, at);
    }

    /** Takes a role away in the caller's transaction; once more changes nothing. */
    public void revoke(long userId, String role) {
        mapper.revoke(userId, role);
    }

    /** The names among these that are no role. */
    public List<String> unknown(Collection<String> roles) {
        return roles.stream()
                .filter(role -> mapper.patternsOfRole(role).isEmpty())
                .toList();
    }
}
