package org.gomall.order.cart;

import java.util.List;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.PurchaseLine;
import org.springframework.stereotype.Component;

/** What buying needs of carts. */
@Component
public class CartPurchases {

    private static final int SWEEP_LIMIT = 500;

    private final CartMapper carts;

    CartPurchases(CartMapper carts) {
        this.carts = carts;
    }

    /** The lines that a user has selected. */
    public List<PurchaseLine> selected(long userId) {
        return carts.selected(key(userId));
    }

    /**
     * Takes the pieces that a set of orders holds out of the user's cart; pieces added meanwhile stay.
     *
     * @param most how many lines it can be about; who does not know says a lot
     */
    public void removeBought(long userId, long orderSetId, int most) {
        if (carts.removeBoughtLines(key(userId), orderSetId) < most) {
            carts.reduceBoughtLines(key(userId), orderSetId);
        }
    }

    /** Removes some lines of guests who did not come back; true if there may be more. */
    public boolean removeExpired() {
        return carts.removeExpired(SWEEP_LIMIT) == SWEEP_LIMIT;
    }

    private static String key(long userId) {
        return CartLines.key(CartOwner.user(userId));
    }
}
