package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** An address as the user wrote it; zip may be null. */
public record AddressCommand(
        String receiver,
        String phone,
        String province,
        String city,
        String district,
        String street,
        String zip,
        boolean isDefault)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .text(receiver, 64, "receiver")
                .that(phone != null && phone.matches("\\+?[0-9 -]{5,20}"), "phone", "must be a phone number")
                .text(province, 64, "province")
                .text(city, 64, "city")
                .optionalText(district, 64, "district")
                .text(street, 200, "street")
                .that(
                        zip == null || zip.isEmpty() || zip.matches("[A-Za-z0-9 -]{3,12}"),
                        "zip",
                        "must be a postal code")
                .orRefuse();
    }

    @Override
    public String toString() {
        return "AddressCommand[city=" + city + "]";
    }
}
