package org.gomall.web.session;

/**
 * What is known of a token after one look.
 *
 * @param ended whether a ban has ended the session: then the token is good for nothing but telling its holder so
 * @param rightsVersion the number of {@link SessionStore#rightsVersion} in the same moment
 */
public record LiveSession(long userId, boolean ended, long rightsVersion) {}
