package org.gomall.api.order;

import java.io.Serializable;

/** The order's own copy of a delivery address; district and zip may be null. */
public record OrderAddress(
        String receiver, String phone, String province, String city, String district, String street, String zip)
        implements Serializable {

    @Override
    public String toString() {
        return "OrderAddress[city=" + city + "]";
    }
}
