package org.gomall.api.user;

import java.io.Serializable;
import java.util.List;

/**
 * A role.
 *
 * @param role name, for example MERCHANT
 * @param builtIn whether the mall itself counts on it, so that it cannot be deleted
 * @param permissions patterns {@code METHOD:regex}; METHOD may be {@code *}; the regex must match the whole path
 */
public record RoleView(String role, boolean builtIn, List<String> permissions) implements Serializable {}
