package org.gomall.order.place;

import org.gomall.api.order.PlaceOrderCommand;

/**
 * A request to place orders, on its way.
 *
 * @param deadline by {@code System.nanoTime()}: then its caller is about to go
 */
record Wish(PlaceOrderCommand command, String requestHash, long deadline) {

    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    @Override
    public String toString() {
        return "Wish[" + command + "]";
    }
}
