package org.gomall.user.address;

import org.gomall.api.user.AddressView;
import org.gomall.api.user.OwnedAddress;

/** A row of table {@code addresses} with its owner. */
record AddressRow(
        long userId,
        long addressId,
        String receiver,
        String phone,
        String province,
        String city,
        String district,
        String street,
        String zip,
        boolean isDefault) {

    OwnedAddress owned() {
        return new OwnedAddress(
                userId, new AddressView(addressId, receiver, phone, province, city, district, street, zip, isDefault));
    }

    @Override
    public String toString() {
        return "AddressRow[addressId=" + addressId + "]";
    }
}
