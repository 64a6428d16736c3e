package org.gomall.web.admin;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the first page of admins shows beside the sales; null stands for what cannot be had at the moment.
 *
 * @param shops that are open
 * @param products that can be bought
 */
record Overview(
        Long productsWaiting,
        Long shopsWaiting,
        Long refundsWaiting,
        Long users,
        Long shops,
        Long products,
        List<Act> acts) {

    /** Whether it is known that nothing waits for a decision. */
    public boolean isIdle() {
        return Stream.of(productsWaiting, shopsWaiting, refundsWaiting).allMatch(many -> many != null && many == 0);
    }
}
