package org.gomall.api.order;

import java.io.Serializable;
import java.util.List;
import org.gomall.api.common.Checked;

/**
 * Wish to buy.
 *
 * @param idempotencyKey the client's key; repeating it gives the first result
 * @param items the lines, or null with {@code cart}
 * @param cart true buys the selected lines of the cart and removes them
 * @param expectedTotalCents what the shopper was shown, in fen; null accepts any. Only an expectation: a difference is
 *     refused, never charged
 * @param note for the shops, may be null
 */
public record PlaceOrderCommand(
        long userId,
        String idempotencyKey,
        List<PurchaseLine> items,
        boolean cart,
        Long addressId,
        Long expectedTotalCents,
        String note)
        implements Checked, Serializable {

    @Override
    public void check() {
        PurchaseLines.check(items, cart)
                .idempotencyKey(idempotencyKey)
                .id(addressId, "addressId")
                .that(
                        expectedTotalCents == null || expectedTotalCents >= 0,
                        "expectedTotalCents",
                        "must not be negative")
                .optionalText(note, 500, "note")
                .orRefuse();
    }
}
