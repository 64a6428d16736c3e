package org.gomall.order.purchase;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.order.cart.CartPurchases;
import org.springframework.stereotype.Component;

/** What somebody wants to buy, and what the catalogue knows about it. */
@Component
public class PurchaseReader {

    private final CartPurchases carts;
    private final CatalogueService catalogue;

    PurchaseReader(CartPurchases carts, CatalogueService catalogue) {
        this.carts = carts;
        this.catalogue = catalogue;
    }

    /** The lines named in the request, or the selected lines of the user's cart. */
    public List<PurchaseLine> lines(long userId, List<PurchaseLine> items, boolean cart) {
        return cart ? carts.selected(userId) : items;
    }

    /** By SKU; unknown ones are missing. */
    public Map<Long, SkuSnapshot> snapshots(List<PurchaseLine> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        return catalogue.skus(lines.stream().map(PurchaseLine::skuId).distinct().toList()).stream()
                .collect(Collectors.toMap(SkuSnapshot::skuId, sku -> sku));
    }

    /** Whether a line can be bought. */
    public static boolean isForSale(PurchaseLine line, Map<Long, SkuSnapshot> snapshots) {
        SkuSnapshot sku = snapshots.get(line.skuId());
        return sku != null && sku.purchasable();
    }
}
