package org.gomall.product.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.OwnProductCommand;
import org.gomall.api.product.ProductDraft;
import org.gomall.api.product.SaveProductCommand;
import org.gomall.api.product.SkuDraft;

/** A merchant with a shop of its own, calling over Dubbo. */
record Merchant(MerchantProductService products, long userId, long shopId) {

    static ProductDraft draft(String name, long categoryId, SkuDraft... skus) {
        return new ProductDraft(name, null, "Made by hand.", null, categoryId, List.of(), List.of(skus));
    }

    /** A new SKU with one spec. */
    static SkuDraft sku(String size, long priceCents, Integer stock) {
        return new SkuDraft(null, specs("Size", size), priceCents, stock);
    }

    /** Names and values in turn. */
    static Map<String, String> specs(String... pairs) {
        Map<String, String> specs = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            specs.put(pairs[i], pairs[i + 1]);
        }
        return specs;
    }

    ListingView create(ProductDraft draft) {
        return products.create(new SaveProductCommand(actor(), shopId, null, draft));
    }

    ListingView update(long productId, ProductDraft draft) {
        return products.update(new SaveProductCommand(actor(), shopId, productId, draft));
    }

    ListingView submit(long productId) {
        return products.submit(command(productId));
    }

    ListingView unlist(long productId) {
        return products.unlist(command(productId));
    }

    void delete(long productId) {
        products.delete(command(productId));
    }

    ListingView get(long productId) {
        return products.get(shopId, productId);
    }

    ActingUser actor() {
        return new ActingUser(userId, "192.0.2.9");
    }

    private OwnProductCommand command(long productId) {
        return new OwnProductCommand(actor(), shopId, productId);
    }
}
