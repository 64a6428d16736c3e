package org.gomall.api.user;

import java.io.Serializable;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * What a role is called and permits.
 *
 * @param role capital letters, digits and _, for example SUPPORT
 * @param permissions patterns {@code METHOD:regex}: METHOD is GET, POST, PUT, DELETE, PATCH or {@code *}; the regex
 *     begins with / and has to fit the whole path. HEAD counts as GET
 */
public record SaveRoleCommand(ActingUser actor, String role, List<String> permissions)
        implements Checked, Serializable {

    private static final int MOST_PATTERNS = 100;
    private static final int LONGEST_PATTERN = 255;
    private static final String SHAPE = "(?:\\*|GET|POST|PUT|DELETE|PATCH):/\\S*";

    @Override
    public void check() {
        Check check = Check.fields()
                .that(
                        role != null && role.matches("[A-Z][A-Z0-9_]{1,31}"),
                        "role",
                        "must be 2 to 32 capital letters, digits or _")
                .size(permissions, 0, MOST_PATTERNS, "permissions");
        if (permissions != null) {
            permissions.forEach(pattern -> check.that(
                    pattern == null || (pattern.length() <= LONGEST_PATTERN && pattern.matches(SHAPE)),
                    "permissions",
                    "must look like GET:/path or *:/path(/.*)? with at most " + LONGEST_PATTERN + " characters"));
        }
        check.orRefuse();
    }
}
