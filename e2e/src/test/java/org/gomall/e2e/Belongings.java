package org.gomall.e2e;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One thing of every kind that belongs to somebody. Entries are made when an endpoint asks for them, so an entry may be here
 * before its endpoint is.
 *
 * <p>A new endpoint with an id in its path: add an {@link Entry} for (where the path begins, name of the parameter). One
 * with an id of somebody's in its body: add a {@link ForeignId}.
 */
final class Belongings {

    /** Whose a resource is, which decides what others are told. */
    enum Owner {
        /** A shopper's: others are told that it does not exist. */
        SHOPPER,
        /** A shop's: other merchants are told that it does not exist, shoppers that they have no permission. */
        SHOP,
        /** For admins: everybody else has no permission. */
        ADMIN,
        /** Everybody may ask for it; what is written with it is the caller's own. */
        NOBODY
    }

    /**
     * What to put in place of a path parameter.
     *
     * @param prefix where paths begin that it holds for; the longest one wins
     * @param ids of resources that the owner has, tried one after another
     */
    record Entry(String prefix, String parameter, Owner owner, Function<Belongings, List<String>> ids) {}

    /**
     * A body with an id that belongs to the owner, sent by a stranger.
     *
     * @param needs the path by which such a resource is made; while the system does not describe it there is none
     */
    record ForeignId(String method, String path, String field, String needs, Function<Belongings, Object> body) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("/api/orders", "orderId", Owner.SHOPPER, all -> List.of(all.unpaid(), all.paid())),
            new Entry("/api/addresses", "addressId", Owner.SHOPPER, all -> List.of(all.owner.addressId())),
            new Entry("/api/payments", "paymentId", Owner.SHOPPER, all -> List.of(all.payment())),
            new Entry("/api/cards", "cardId", Owner.SHOPPER, all -> List.of(all.card())),
            new Entry("/api/cart", "skuId", Owner.NOBODY, all -> List.of(all.cartSku())),
            new Entry("/api/products", "productId", Owner.NOBODY, all -> List.of("100001")),
            new Entry("/api/shops", "shopId", Owner.NOBODY, all -> List.of("" + Mall.NOVA_SHOP)),
            new Entry("/api/payments/callbacks", "channel", Owner.NOBODY, all -> List.of("sandbox")),
            new Entry("/api/merchant/orders", "orderId", Owner.SHOP, all -> List.of(all.paid())),
            new Entry("/api/merchant/products", "productId", Owner.SHOP, all -> List.of(all.product())),
            new Entry("/api/merchant/skus", "skuId", Owner.SHOP, all -> List.of(all.sku())),
            new Entry("/api/merchant/refunds", "refundId", Owner.SHOP, all -> List.of(all.refund())),
            new Entry("/api/refunds", "refundId", Owner.SHOPPER, all -> List.of(all.refund())),
            new Entry("/api/admin", "userId", Owner.ADMIN, all -> List.of(all.ownerId())),
            new Entry("/api/admin", "role", Owner.ADMIN, all -> List.of("MERCHANT")),
            new Entry("/api/admin", "shopId", Owner.ADMIN, all -> List.of("" + Mall.NOVA_SHOP)),
            new Entry("/api/admin", "productId", Owner.ADMIN, all -> List.of("100001")),
            new Entry("/api/admin", "categoryId", Owner.ADMIN, all -> List.of("3101")),
            new Entry("/api/admin", "refundId", Owner.ADMIN, all -> List.of("1")),
            new Entry("/api/admin", "orderId", Owner.ADMIN, all -> List.of(all.paid())),
            new Entry("/api/admin", "paymentId", Owner.ADMIN, all -> List.of(all.payment())),
            new Entry("/api/ops", "letterId", Owner.ADMIN, all -> List.of("1")));

    private static final List<ForeignId> FOREIGN_IDS = List.of(
            new ForeignId("POST", "/api/orders", "addressId", "/api/addresses", Belongings::purchaseToTheirAddress),
            new ForeignId("POST", "/api/checkout", "addressId", "/api/addresses", Belongings::purchaseToTheirAddress),
            new ForeignId(
                    "PUT",
                    "/api/orders/{orderId}",
                    "addressId",
                    "/api/addresses",
                    all -> Map.of("addressId", all.owner.addressId())),
            new ForeignId(
                    "POST",
                    "/api/payments",
                    "orderIds",
                    "/api/orders",
                    all -> Map.of("orderIds", List.of(all.unpaid()), "method", "WALLET")),
            new ForeignId(
                    "POST",
                    "/api/payments",
                    "cardId",
                    "/api/cards",
                    all -> Map.of("orderIds", List.of(all.strangersOrder()), "method", "CARD", "cardId", all.card())));

    /** Ids in bodies that are no secret and no right: what everybody sees in the shop. */
    private static final List<String> PUBLIC_IDS = List.of("skuId", "productId", "categoryId", "shopId", "parentId");

    final Mall mall;
    final Shopper owner;
    final Shopper stranger;
    final Shopper merchant;
    final Shopper otherMerchant;

    private final Map<String, String> made = new LinkedHashMap<>();

    Belongings(Mall mall) {
        this.mall = mall;
        owner = Shopper.register(mall.url(), 50_000_000);
        stranger = Shopper.register(mall.url(), 50_000_000);
        merchant = Shopper.login(mall.url(), "nova", Mall.DEMO_PASSWORD);
        otherMerchant = Shopper.login(mall.url(), "orbit", Mall.DEMO_PASSWORD);
    }

    /** The entry for a parameter of a path. */
    static Optional<Entry> entry(String path, String parameter) {
        return ENTRIES.stream()
                .filter(entry -> path.startsWith(entry.prefix() + "/")
                        && entry.parameter().equals(parameter))
                .max(Comparator.comparingInt(entry -> entry.prefix().length()));
    }

    static Optional<ForeignId> foreignId(OpenApi.Operation operation, String field) {
        return FOREIGN_IDS.stream()
                .filter(known -> known.method().equals(operation.method())
                        && known.path().equals(operation.path())
                        && known.field().equals(field))
                .findFirst();
    }

    static boolean isPublic(String field) {
        return PUBLIC_IDS.contains(field);
    }

    /** Values that make a generated body look right to the server; null leaves a property out. */
    Map<String, Object> bodyValues() {
        Map<String, Object> values = new LinkedHashMap<>(Shopper.address("Thief"));
        values.put("addressId", stranger.addressId());
        values.put("skuId", cartSku());
        values.put("quantity", 1);
        values.put("cart", null);
        values.put("expectedTotalCents", null);
        values.put("note", "mine now");
        values.put("carrier", "SF Express");
        values.put("trackingNo", "SF1234567890");
        values.put("method", "WALLET");
        values.put("cardId", null);
        values.put("orderIds", List.of("1"));
        values.put("amountCents", 100);
        values.put("reason", "because");
        values.put("delta", 1);
        values.put("stock", 5);
        values.put("priceCents", 100);
        values.put("name", "Stolen mug");
        values.put("description", "Holds what does not belong to it");
        values.put("categoryId", "3101");
        values.put("images", List.of());
        values.put("specs", Map.of("colour", "black"));
        values.put("number", "4242424242424242");
        values.put("expiryMonth", 12);
        values.put("expiryYear", 2035);
        values.put("cvv", "123");
        values.put("holder", "Thief");
        values.put("avatar", null);
        values.put("phone", "13800000000");
        return values;
    }

    String ownerId() {
        return once(
                "ownerId",
                () -> owner.get("/api/auth/me").ok().data().path("userId").asString());
    }

    String unpaid() {
        return once("unpaid", () -> owner.order(mall.sku(Mall.NOVA_SHOP), 1));
    }

    String paid() {
        return once("paid", () -> {
            String order = owner.order(mall.sku(Mall.NOVA_SHOP), 1);
            made.put("payment", owner.pay(order).ok().data().path("paymentId").asString());
            return order;
        });
    }

    String payment() {
        paid();
        return made.get("payment");
    }

    String strangersOrder() {
        return once("strangersOrder", () -> stranger.order(mall.sku(Mall.NOVA_SHOP), 1));
    }

    String cartSku() {
        return once("cartSku", () -> {
            String sku = "" + mall.sku(Mall.NOVA_SHOP);
            owner.post("/api/cart/items", Map.of("skuId", sku, "quantity", 2)).ok();
            return sku;
        });
    }

    String card() {
        return once("card", () -> owner.post(
                        "/api/cards",
                        Map.of(
                                "number",
                                "4242424242424242",
                                "expiryMonth",
                                12,
                                "expiryYear",
                                2035,
                                "cvv",
                                "123",
                                "holder",
                                "Li Lei"))
                .ok()
                .data()
                .path("cardId")
                .asString());
    }

    String sku() {
        return once("sku", () -> "" + mall.sku(Mall.NOVA_SHOP));
    }

    /** A product of the shop's with the SKU. */
    String product() {
        return once("product", () -> mall.database()
                .rows("SELECT product_id FROM gomall_product.sku WHERE id = ?", sku())
                .get(0)
                .get(0));
    }

    /** A refund that waits for the shop's decision. */
    String refund() {
        return once("refund", () -> {
            String order = owner.order(mall.sku(Mall.NOVA_SHOP), 1);
            owner.pay(order).ok();
            merchant.post(
                            "/api/merchant/orders/" + order + "/ship",
                            Map.of("carrier", "SF Express", "trackingNo", "SF1"))
                    .ok();
            return owner.postWithKey(
                            "/api/orders/" + order + "/refunds", Shopper.key(), Map.of("reason", "it does not fit"))
                    .ok()
                    .data()
                    .path("refundId")
                    .asString();
        });
    }

    private String once(String kind, Supplier<String> make) {
        if (!made.containsKey(kind)) {
            made.put(kind, make.get());
        }
        return made.get(kind);
    }

    private Object purchaseToTheirAddress() {
        return Map.of("items", List.of(Map.of("skuId", sku(), "quantity", 1)), "addressId", owner.addressId());
    }

    /** Every row of every schema that belongs to the owner or to what was made here, as text. */
    Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (List<String> column : mall.database().rows("""
                SELECT c.table_schema, c.table_name, c.column_name FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.table_schema LIKE 'gomall\\\\_%' AND t.table_type = 'BASE TABLE'
                  AND c.column_name IN ('user_id', 'owner_id', 'order_id', 'payment_id', 'address_id', 'card_id', 'refund_id',
                                        'owner')
                ORDER BY 1, 2, 3
                """)) {
            String table = column.get(0) + "." + column.get(1);
            List<String> ids = idsOf(column.get(2));
            if (!ids.isEmpty()) {
                String marks = String.join(", ", ids.stream().map(id -> "?").toList());
                rows.put(
                        table + "." + column.get(2),
                        mall.database()
                                .rows(
                                        "SELECT * FROM " + table + " WHERE `" + column.get(2) + "` IN (" + marks
                                                + ") ORDER BY 1, 2",
                                        ids.toArray())
                                .toString());
            }
        }
        rows.put(
                "stock of the shop's",
                mall.database()
                        .rows("SELECT sku_id, total FROM gomall_stock.stock WHERE sku_id = ?", sku())
                        .toString());
        rows.put(
                "product of the shop's",
                mall.database()
                        .rows(
                                "SELECT id, shop_id, name, status, min_price_cents FROM gomall_product.product WHERE id = ?",
                                product())
                        .toString());
        return rows;
    }

    private List<String> idsOf(String column) {
        return switch (column) {
            case "user_id", "owner_id" -> List.of(ownerId());
            case "owner" -> List.of("u:" + ownerId());
            case "order_id" -> List.of(unpaid(), paid());
            case "payment_id" -> List.of(payment());
            case "address_id" -> List.of(owner.addressId());
            case "card_id" -> known("card");
            default -> known("refund");
        };
    }

    private List<String> known(String kind) {
        List<String> ids = new ArrayList<>();
        Optional.ofNullable(made.get(kind)).ifPresent(ids::add);
        return ids;
    }
}
