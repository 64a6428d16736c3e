package org.gomall.api.product;

import java.io.Serializable;
import java.util.Map;

/**
 * A SKU as it goes into a cart or an order.
 *
 * @param priceCents the server's price in fen
 * @param purchasable false when the product is no longer visible or the SKU was withdrawn
 */
public record SkuSnapshot(
        long skuId,
        long productId,
        long shopId,
        String productName,
        String productNameZh,
        String image,
        Map<String, String> specs,
        long priceCents,
        boolean purchasable)
        implements Serializable {}
