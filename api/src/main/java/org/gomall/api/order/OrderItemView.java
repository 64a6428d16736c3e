package org.gomall.api.order;

import java.io.Serializable;
import java.util.Map;

/** A line of an order, as it was when bought; amounts in fen. */
public record OrderItemView(
        long skuId,
        long productId,
        String productName,
        String productNameZh,
        String image,
        Map<String, String> specs,
        long priceCents,
        int quantity,
        long totalCents)
        implements Serializable {}
