package org.gomall.api.user;

import java.io.Serializable;

/** An address and whose it must be. */
public record AddressKey(long userId, long addressId) implements Serializable {}
