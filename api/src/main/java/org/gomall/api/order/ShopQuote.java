package org.gomall.api.order;

import java.io.Serializable;
import java.util.List;

/** The part of a purchase that one shop delivers; amounts in fen, total = items + shipping − discount. */
public record ShopQuote(
        long shopId,
        List<OrderItemView> items,
        long itemsCents,
        long shippingCents,
        long discountCents,
        long totalCents)
        implements Serializable {}
