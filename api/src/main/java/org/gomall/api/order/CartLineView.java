package org.gomall.api.order;

import java.io.Serializable;
import java.util.Map;

/**
 * A line of a cart.
 *
 * @param priceCents price of one piece now, in fen
 * @param available pieces in stock, null when stock cannot be asked right now
 * @param valid false when the SKU is not for sale any more
 */
public record CartLineView(
        long skuId,
        long productId,
        long shopId,
        String productName,
        String productNameZh,
        String image,
        Map<String, String> specs,
        long priceCents,
        int quantity,
        boolean selected,
        Integer available,
        boolean valid)
        implements Serializable {}
