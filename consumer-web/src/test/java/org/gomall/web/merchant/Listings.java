package org.gomall.web.merchant;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.ProductHistoryEntry;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.SkuView;
import org.gomall.api.user.OwnShopView;
import org.gomall.api.user.ShopStatus;

/** Products and shops with texts that must not be taken for HTML. */
public final class Listings {

    /** A text that somebody wrote in bad faith. */
    public static final String EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    private Listings() {}

    public static ListingView product(long productId, ProductStatus status) {
        Map<String, String> specs = new LinkedHashMap<>();
        specs.put("Colour" + EVIL, EVIL);
        return new ListingView(
                productId,
                2001,
                status,
                status == ProductStatus.REJECTED ? "Why: " + EVIL : null,
                EVIL,
                EVIL,
                EVIL,
                EVIL,
                3101,
                EVIL,
                EVIL,
                List.of("/media/products/" + productId + "/1.svg"),
                List.of(new SkuView(11, specs, 9_950)),
                0,
                AT,
                AT,
                List.of(
                        new ProductHistoryEntry(null, ProductStatus.DRAFT, AT, "MERCHANT", null),
                        new ProductHistoryEntry(ProductStatus.PENDING, status, AT, "ADMIN", EVIL)));
    }

    public static ListingSummary summary(long productId, ProductStatus status) {
        return new ListingSummary(
                productId, 2001, status, EVIL, EVIL, EVIL, "/media/products/1/1.svg", 9_950, 9_950, 0, true, AT);
    }

    public static OwnShopView shop(ShopStatus status) {
        return new OwnShopView(
                2001, 1003, status, status == ShopStatus.REJECTED ? EVIL : null, EVIL, EVIL, EVIL, EVIL, AT, AT);
    }
}
