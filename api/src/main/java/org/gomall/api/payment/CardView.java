package org.gomall.api.payment;

import java.io.Serializable;

/**
 * A card as its owner may see it. The number is not known to GoMall.
 *
 * @param last4 the last four digits
 * @param expiryMonth 1 to 12; the card is good until the end of that month
 * @param expiryYear with four digits
 */
public record CardView(long cardId, CardBrand brand, String last4, int expiryMonth, int expiryYear, String holder)
        implements Serializable {}
