package org.gomall.e2e.browser;

import static org.gomall.e2e.browser.Who.ADMIN;
import static org.gomall.e2e.browser.Who.GUEST;
import static org.gomall.e2e.browser.Who.MERCHANT;
import static org.gomall.e2e.browser.Who.OPS;
import static org.gomall.e2e.browser.Who.SHOPPER;

import java.util.List;
import java.util.stream.Stream;

/** All pages of the mall, each in the states that look different. A new page has to be added here. */
final class Places {

    private static final String RULE = "main a[href^='/ops/rules/%s/']:not([href$='/new']):not([href$='/delete'])";

    private Places() {}

    static List<Place> of(Scenery scenery) {
        return Stream.of(storefront(scenery), shopper(scenery), merchant(scenery), admin(scenery), ops())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Place> storefront(Scenery scenery) {
        return List.of(
                Place.of(GUEST, "home", "/"),
                Place.of(GUEST, "products", "/products"),
                Place.of(GUEST, "products-category", "/products?categoryId=3107"),
                Place.of(GUEST, "products-search", "/products?keyword=lamp&sort=priceAsc&inStock=true"),
                Place.of(GUEST, "products-no-match", "/products?keyword=nothinglikethis"),
                Place.of(GUEST, "product", product(scenery.sku)),
                Place.of(GUEST, "product-sold-out", product(scenery.soldOut)),
                Place.of(GUEST, "shop", "/shops/2001"),
                Place.of(GUEST, "cart-empty", "/cart"),
                Place.of(GUEST, "login", "/login"),
                Place.of(GUEST, "login-next", "/orders"),
                Place.of(GUEST, "help", "/help"),
                Place.of(GUEST, "register", "/register?next=/checkout"),
                Place.refused(GUEST, "error-404", "/nothing-here", 404),
                Place.refused(GUEST, "error-404-product", "/products/999999999", 404));
    }

    private static String product(long sku) {
        return "/products/" + sku / 10 + "?sku=" + sku;
    }

    private static List<Place> shopper(Scenery scenery) {
        String checkout = "/checkout?sku=" + scenery.otherSku + "&quantity=2&addressId=" + scenery.address + "&step=";
        return List.of(
                Place.of(SHOPPER, "cart", "/cart"),
                Place.of(SHOPPER, "cart-emptying", "/cart/empty"),
                Place.of(SHOPPER, "checkout-address", checkout + "address"),
                Place.of(SHOPPER, "checkout-payment", checkout + "payment"),
                Place.of(SHOPPER, "checkout-review", checkout + "review"),
                Place.of(SHOPPER, "checkout-cart-short", "/checkout?step=review&addressId=" + scenery.address),
                Place.of(SHOPPER, "pay", "/pay?orderIds=" + scenery.unpaid),
                Place.of(SHOPPER, "order-result", "/orders/" + scenery.paid + "/result?payment=" + scenery.payment),
                Place.of(
                        SHOPPER,
                        "order-result-declined",
                        "/orders/" + scenery.unpaid + "/result?payment=" + scenery.declined),
                Place.of(SHOPPER, "pay-result", "/pay/result/" + scenery.payment),
                Place.of(SHOPPER, "orders", "/orders"),
                Place.of(SHOPPER, "orders-tab", "/orders?status=COMPLETED"),
                Place.of(SHOPPER, "order-unpaid", "/orders/" + scenery.unpaid),
                Place.of(SHOPPER, "order-paid", "/orders/" + scenery.paid),
                Place.of(SHOPPER, "order-shipped", "/orders/" + scenery.shipped),
                Place.of(SHOPPER, "order-received", "/orders/" + scenery.received),
                Place.of(SHOPPER, "order-cancelled", "/orders/" + scenery.cancelled),
                Place.of(SHOPPER, "order-refunding", "/orders/" + scenery.refunding),
                Place.of(SHOPPER, "order-refunded", "/orders/" + scenery.refunded),
                Place.of(SHOPPER, "order-cancel", "/orders/" + scenery.unpaid + "/cancel"),
                Place.of(SHOPPER, "order-change", "/orders/" + scenery.paid + "/change"),
                Place.of(SHOPPER, "order-receive", "/orders/" + scenery.shipped + "/receive"),
                Place.of(SHOPPER, "order-refund", "/orders/" + scenery.received + "/refund"),
                Place.of(SHOPPER, "account", "/account"),
                Place.of(SHOPPER, "account-close", "/account/close"),
                Place.of(SHOPPER, "addresses", "/account/addresses"),
                Place.of(SHOPPER, "address-new", "/account/addresses/new"),
                Place.of(SHOPPER, "address-edit", "/account/addresses/" + scenery.address),
                Place.of(SHOPPER, "address-delete", "/account/addresses/" + scenery.address + "/delete"),
                Place.of(SHOPPER, "wallet", "/account/wallet"),
                Place.of(SHOPPER, "cards", "/account/cards"),
                Place.of(SHOPPER, "card-new", "/account/cards/new"),
                Place.of(SHOPPER, "card-delete", "/account/cards/" + scenery.card + "/delete"),
                Place.of(SHOPPER, "shop-open", "/merchant/shop"),
                Place.refused(SHOPPER, "error-403", "/admin", 403));
    }

    private static List<Place> merchant(Scenery scenery) {
        return List.of(
                Place.of(MERCHANT, "merchant", "/merchant"),
                Place.of(MERCHANT, "merchant-shop", "/merchant/shop"),
                Place.of(MERCHANT, "merchant-products", "/merchant/products"),
                Place.of(MERCHANT, "merchant-products-tab", "/merchant/products?status=REJECTED"),
                Place.of(MERCHANT, "merchant-product-new", "/merchant/products/new"),
                Place.of(MERCHANT, "merchant-product-draft", "/merchant/products/" + scenery.draft),
                Place.of(MERCHANT, "merchant-product-pending", "/merchant/products/" + scenery.pending),
                Place.of(MERCHANT, "merchant-product-rejected", "/merchant/products/" + scenery.rejected),
                Place.of(MERCHANT, "merchant-product-sold", "/merchant/products/" + scenery.sku / 10),
                Place.of(MERCHANT, "merchant-product-unlist", "/merchant/products/" + scenery.sku / 10 + "/unlist"),
                Place.of(MERCHANT, "merchant-product-delete", "/merchant/products/" + scenery.draft + "/delete"),
                Place.of(MERCHANT, "merchant-stock", "/merchant/stock"),
                Place.of(MERCHANT, "merchant-stock-sku", "/merchant/stock/" + scenery.sku),
                Place.of(MERCHANT, "merchant-orders", "/merchant/orders"),
                Place.of(MERCHANT, "merchant-order-paid", "/merchant/orders/" + scenery.paid),
                Place.of(MERCHANT, "merchant-order-refunding", "/merchant/orders/" + scenery.refunding),
                Place.of(MERCHANT, "merchant-order-cancel", "/merchant/orders/" + scenery.unpaid + "/cancel"),
                Place.of(MERCHANT, "merchant-ship", "/merchant/orders/ship"),
                Place.of(MERCHANT, "merchant-refunds", "/merchant/refunds"),
                Place.of(MERCHANT, "merchant-refund", "/merchant/refunds/" + scenery.refund),
                Place.of(MERCHANT, "merchant-refund-approve", "/merchant/refunds/" + scenery.refund + "/approve"),
                Place.of(MERCHANT, "merchant-payments", "/merchant/payments"));
    }

    private static List<Place> admin(Scenery scenery) {
        return List.of(
                Place.of(ADMIN, "admin", "/admin"),
                Place.of(ADMIN, "admin-users", "/admin/users"),
                Place.of(ADMIN, "admin-users-none", "/admin/users?q=nobody-like-this"),
                Place.of(ADMIN, "admin-user", "/admin/users/1002"),
                Place.of(ADMIN, "admin-user-ban", "/admin/users/1002/ban"),
                Place.of(ADMIN, "admin-user-unban", "/admin/users/1002/unban"),
                Place.of(ADMIN, "admin-user-kick", "/admin/users/1002/kick"),
                Place.of(ADMIN, "admin-user-roles", "/admin/users/1002/roles"),
                Place.of(ADMIN, "admin-roles", "/admin/roles"),
                Place.of(ADMIN, "admin-role-new", "/admin/roles/new"),
                Place.of(ADMIN, "admin-role", "/admin/roles/MERCHANT"),
                Place.of(ADMIN, "admin-role-delete", "/admin/roles/" + scenery.role + "/delete"),
                Place.of(ADMIN, "admin-access-rules", "/admin/access-rules"),
                Place.of(
                        ADMIN,
                        "admin-permissions",
                        "/admin/permissions?user=alice&method=GET&path=/api/merchant/orders"),
                Place.of(ADMIN, "admin-shops", "/admin/shops"),
                Place.of(ADMIN, "admin-shops-all", "/admin/shops?status=ALL"),
                Place.of(ADMIN, "admin-products", "/admin/products"),
                Place.of(ADMIN, "admin-product-pending", "/admin/products/" + scenery.pending),
                Place.of(ADMIN, "admin-product", "/admin/products/" + scenery.rejected),
                Place.of(ADMIN, "admin-categories", "/admin/categories"),
                Place.of(ADMIN, "admin-category", "/admin/categories/3107"),
                Place.of(ADMIN, "admin-category-delete", "/admin/categories/3107/delete"),
                Place.of(ADMIN, "admin-orders", "/admin/orders"),
                Place.of(ADMIN, "admin-order", "/admin/orders/" + scenery.unpaid),
                Place.of(ADMIN, "admin-order-cancel", "/admin/orders/" + scenery.unpaid + "/cancel"),
                Place.of(ADMIN, "admin-refund-approve", "/admin/refunds/" + scenery.refund + "/approve"),
                Place.of(ADMIN, "admin-refunds", "/admin/refunds"),
                Place.of(ADMIN, "admin-refund", "/admin/refunds/" + scenery.refund),
                Place.of(ADMIN, "admin-payments", "/admin/payments"),
                Place.of(ADMIN, "admin-audit-log", "/admin/audit-log"));
    }

    private static List<Place> ops() {
        return List.of(
                Place.of(OPS, "ops", "/ops"),
                Place.of(OPS, "ops-service", "/ops/services/provider-order"),
                Place.of(OPS, "ops-reconciliation", "/ops/reconciliation"),
                Place.of(OPS, "ops-dead-letters", "/ops/dead-letters"),
                Place.of(OPS, "ops-transactions", "/ops/transactions"),
                Place.of(OPS, "ops-failures", "/ops/failures"),
                Place.of(OPS, "ops-rules-flow", "/ops/rules/flow"),
                Place.of(OPS, "ops-rules-degrade", "/ops/rules/degrade"),
                Place.of(OPS, "ops-rules-param", "/ops/rules/param"),
                Place.of(OPS, "ops-rules-system", "/ops/rules/system"),
                Place.of(OPS, "ops-rule-new", "/ops/rules/flow/new?resource=/products/%7BproductId%7D"),
                rule("flow"),
                rule("degrade"),
                rule("param"),
                rule("system"),
                Place.linked(
                        OPS,
                        "ops-rule-delete",
                        "/ops/rules/flow",
                        "main a[href$='/delete']",
                        "/ops/rules/flow/a-rule/delete"));
    }

    private static Place rule(String kind) {
        String list = "/ops/rules/" + kind;
        return Place.linked(OPS, "ops-rule-" + kind, list, RULE.formatted(kind), list + "/a-rule");
    }
}
