package org.gomall.api.user;

import java.io.Serializable;

/** A delivery address of one user; district and zip may be null. */
public record AddressView(
        long addressId,
        String receiver,
        String phone,
        String province,
        String city,
        String district,
        String street,
        String zip,
        boolean isDefault)
        implements Serializable {

    @Override
    public String toString() {
        return "AddressView[addressId=" + addressId + "]";
    }
}
