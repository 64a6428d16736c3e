package org.gomall.order.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.api.order.OrderItemView;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.order.ShopQuote;
import org.gomall.api.product.SkuSnapshot;

/** What a purchase costs: a pure function of the server's own prices. An overflow is an exception, never a wrong sum. */
public final class Pricing {

    private Pricing() {}

    /**
     * Prices the lines and groups them by shop, in the order in which the shops appear.
     *
     * @param snapshots must hold every SKU of {@code lines}
     */
    public static PricedPurchase price(
            List<PurchaseLine> lines, Map<Long, SkuSnapshot> snapshots, ShippingRule shipping) {
        Map<Long, List<OrderItemView>> byShop = new LinkedHashMap<>();
        for (PurchaseLine line : lines) {
            SkuSnapshot sku = snapshots.get(line.skuId());
            byShop.computeIfAbsent(sku.shopId(), shop -> new ArrayList<>()).add(item(sku, line.quantity()));
        }
        List<ShopQuote> shops = new ArrayList<>();
        long total = 0;
        for (Map.Entry<Long, List<OrderItemView>> shop : byShop.entrySet()) {
            ShopQuote quote = quote(shop.getKey(), shop.getValue(), shipping);
            shops.add(quote);
            total = Math.addExact(total, quote.totalCents());
        }
        return new PricedPurchase(shops, total);
    }

    private static ShopQuote quote(long shopId, List<OrderItemView> items, ShippingRule shipping) {
        long goods = 0;
        for (OrderItemView item : items) {
            goods = Math.addExact(goods, item.totalCents());
        }
        long fee = shipping.feeFor(goods);
        long discount = 0;
        long total = Math.subtractExact(Math.addExact(goods, fee), discount);
        return new ShopQuote(shopId, items, goods, fee, discount, total);
    }

    private static OrderItemView item(SkuSnapshot sku, int quantity) {
        if (sku.priceCents() < 0 || quantity < 1) {
            throw new IllegalArgumentException(
                    "SKU " + sku.skuId() + " with price " + sku.priceCents() + " and quantity " + quantity);
        }
        return new OrderItemView(
                sku.skuId(),
                sku.productId(),
                sku.productName(),
                sku.productNameZh(),
                sku.image(),
                sku.specs(),
                sku.priceCents(),
                quantity,
                Math.multiplyExact(sku.priceCents(), (long) quantity));
    }
}
