package org.gomall.api.order;

import java.io.Serializable;
import java.util.List;
import org.gomall.api.common.Checked;

/**
 * What to price.
 *
 * @param items the lines, or null with {@code cart}
 * @param cart true takes the selected lines of the user's cart
 * @param addressId where to send it, may be null while the shopper has not chosen
 */
public record CheckoutCommand(long userId, List<PurchaseLine> items, boolean cart, Long addressId)
        implements Checked, Serializable {

    @Override
    public void check() {
        PurchaseLines.check(items, cart)
                .that(addressId == null || addressId > 0, "addressId", "must be a valid id")
                .orRefuse();
    }
}
