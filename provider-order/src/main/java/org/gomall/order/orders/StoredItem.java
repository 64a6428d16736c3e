package org.gomall.order.orders;

/** A row of table order_item; amounts in fen, specs as JSON. */
public record StoredItem(
        long orderId,
        long skuId,
        int lineNo,
        long productId,
        String productName,
        String productNameZh,
        String image,
        String specs,
        long priceCents,
        int quantity,
        long totalCents) {}
