package org.gomall.order.pricing;

/**
 * What shipping costs, per order.
 *
 * @param cents the fee in fen
 * @param freeFromCents value of goods from which there is no fee, in fen; 0 means there is always one
 */
public record ShippingRule(long cents, long freeFromCents) {

    /** The fee for goods of this value. */
    public long feeFor(long itemsCents) {
        return freeFromCents > 0 && itemsCents >= freeFromCents ? 0 : cents;
    }
}
