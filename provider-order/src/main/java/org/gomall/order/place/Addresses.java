package org.gomall.order.place;

import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.user.AddressKey;
import org.gomall.api.user.AddressView;

/** The addresses that several purchases go to, as far as they are their buyers'. */
record Addresses(Map<AddressKey, AddressView> known) {

    static AddressKey key(PlaceOrderCommand command) {
        return new AddressKey(command.userId(), command.addressId());
    }

    AddressView of(PlaceOrderCommand command) {
        AddressView address = known.get(key(command));
        if (address == null) {
            throw BusinessException.notFound("address");
        }
        return address;
    }
}
