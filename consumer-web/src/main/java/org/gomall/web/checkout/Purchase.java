package org.gomall.web.checkout;

import java.util.List;
import org.gomall.api.order.CheckoutCommand;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PurchaseLine;

/**
 * What is being bought, as the address of the checkout says it: one SKU at once, or the selected lines of the cart.
 *
 * @param sku null means the cart
 */
public record Purchase(Long sku, Integer quantity) {

    /** Whether the cart is bought. */
    public boolean isCart() {
        return sku == null;
    }

    /** The part of the address that every step repeats. */
    public String query() {
        return isCart() ? "" : "sku=" + sku + "&quantity=" + pieces() + "&";
    }

    /** How many pieces of the SKU. */
    public int pieces() {
        return quantity == null ? 1 : quantity;
    }

    CheckoutCommand quote(long userId, Long addressId) {
        return new CheckoutCommand(userId, lines(), isCart(), addressId);
    }

    PlaceOrderCommand place(long userId, String key, Long addressId, Long expectedTotalCents, String note) {
        return new PlaceOrderCommand(
                userId,
                key,
                lines(),
                isCart(),
                addressId,
                expectedTotalCents,
                note == null || note.isBlank() ? null : note.strip());
    }

    private List<PurchaseLine> lines() {
        return isCart() ? null : List.of(new PurchaseLine(sku, pieces()));
    }
}
