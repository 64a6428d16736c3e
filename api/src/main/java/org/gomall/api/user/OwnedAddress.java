package org.gomall.api.user;

import java.io.Serializable;

/** An address together with its owner. */
public record OwnedAddress(long userId, AddressView address) implements Serializable {

    /** What it was asked by. */
    public AddressKey key() {
        return new AddressKey(userId, address.addressId());
    }
}
