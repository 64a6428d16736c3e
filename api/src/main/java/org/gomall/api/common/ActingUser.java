package org.gomall.api.common;

import java.io.Serializable;

/**
 * Who does a privileged act, as far as the audit log needs to know. Built by the web from the session, never from a body.
 *
 * @param userId the logged-in user
 * @param ip the address the request came from, or null when it came from a program of ours
 */
public record ActingUser(long userId, String ip) implements Serializable {}
