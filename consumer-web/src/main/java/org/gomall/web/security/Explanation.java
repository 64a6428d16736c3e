package org.gomall.web.security;

/**
 * What would be answered to a request, and why.
 *
 * @param rule the entry of the whitelist or of a blacklist, or the permission, that decided; null when none did
 * @param role the role that holds the permission, or null
 * @param reason for example WHITELIST, PERMISSION, NO_PERMISSION
 */
record Explanation(boolean allowed, String rule, String role, String reason) {}
