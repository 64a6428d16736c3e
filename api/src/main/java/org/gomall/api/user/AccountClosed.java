package org.gomall.api.user;

import java.io.Serializable;

/** Event: somebody left for good. Every service removes what leads back to the person; orders and ledgers stay. */
public record AccountClosed(long userId) implements Serializable {}
