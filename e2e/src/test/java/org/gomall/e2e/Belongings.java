package org.gomall.e2e;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One thing of every kind that belongs to somebody.
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
     * A body with an id that is not the caller's to use: the owner's, or nobody's.
     *
     * @param code what is answered; where a list answers for each of its entries, what the first one does
     */
    record ForeignId(
            String method,
            String path,
            String field,
            int code,
            Function<Belongings, Shopper> caller,
            Function<Belongings, Object> body) {

        private static ForeignId ofStranger(
                String method, String path, String field, Function<Belongings, Object> body) {
            return new ForeignId(method, path, field, NOT_FOUND, all -> all.stranger, body);
        }

        private static ForeignId inProduct(
                String method, String path, String field, Function<Belongings, Object> value) {
            return new ForeignId(
                    method,
                    path,
                    field,
                    VALIDATION,
                    all -> all.otherMerchant,
                    all -> all.draft(field, value.apply(all)));
        }
    }

    private static final int VALIDATION = 40001;
    private static final int NOT_FOUND = 40400;
    private static final String NOBODYS = "999999999";
    private static final String PRODUCTS = "/api/merchant/products";
    private static final String PRODUCT = PRODUCTS + "/{productId}";

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
            new Entry("/api/admin", "productId", Owner.ADMIN, all -> List.of(all.product())),
            new Entry("/api/admin", "categoryId", Owner.ADMIN, all -> List.of("3101")),
            new Entry("/api/admin", "refundId", Owner.ADMIN, all -> List.of(all.refund())),
            new Entry("/api/admin", "orderId", Owner.ADMIN, all -> List.of(all.unpaid(), all.paid())),
            new Entry("/api/admin", "paymentId", Owner.ADMIN, all -> List.of(all.payment())),
            new Entry("/api/ops", "orderId", Owner.ADMIN, all -> List.of(all.paid())),
            new Entry("/api/ops", "letterId", Owner.ADMIN, all -> List.of("1")));

    private static final List<ForeignId> FOREIGN_IDS = List.of(
            ForeignId.ofStranger("POST", "/api/orders", "addressId", Belongings::purchaseToTheirAddress),
            ForeignId.ofStranger("POST", "/api/checkout", "addressId", Belongings::purchaseToTheirAddress),
            ForeignId.ofStranger(
                    "PUT", "/api/orders/{orderId}", "addressId", all -> Map.of("addressId", all.owner.addressId())),
            ForeignId.ofStranger(
                    "POST",
                    "/api/payments",
                    "orderIds",
                    all -> Map.of("orderIds", List.of(all.unpaid()), "method", "WALLET")),
            ForeignId.ofStranger(
                    "POST",
                    "/api/payments",
                    "cardId",
                    all -> Map.of("orderIds", List.of(all.strangersOrder()), "method", "CARD", "cardId", all.card())),
            new ForeignId(
                    "POST",
                    "/api/merchant/orders/ship",
                    "orderId",
                    NOT_FOUND,
                    all -> all.otherMerchant,
                    all -> Map.of(
                            "shipments",
                            List.of(Map.of("orderId", all.paid(), "carrier", "SF Express", "trackingNo", "SF1")))),
            ForeignId.inProduct("POST", PRODUCTS, "images", all -> List.of(all.picture())),
            ForeignId.inProduct("PUT", PRODUCT, "images", all -> List.of(all.picture())),
            ForeignId.inProduct("POST", PRODUCTS, "skuId", Belongings::sku),
            ForeignId.inProduct("PUT", PRODUCT, "skuId", Belongings::sku),
            ForeignId.inProduct("POST", PRODUCTS, "categoryId", all -> NOBODYS),
            ForeignId.inProduct("PUT", PRODUCT, "categoryId", all -> NOBODYS),
            new ForeignId(
                    "POST",
                    "/api/admin/categories",
                    "parentId",
                    VALIDATION,
                    all -> all.admin,
                    all -> category(NOBODYS)),
            new ForeignId(
                    "PUT",
                    "/api/admin/categories/{categoryId}",
                    "parentId",
                    VALIDATION,
                    all -> all.admin,
                    all -> category(NOBODYS)));

    /** Ids in bodies that are no secret and no right: what everybody sees in the shop. */
    private static final List<String> PUBLIC_IDS = List.of("skuId");

    /** Columns that say whose a row is, or what it is about. */
    private static final String COLUMNS = """
                SELECT c.table_schema, c.table_name, c.column_name FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.table_schema LIKE 'gomall\\\\_%' AND t.table_type = 'BASE TABLE'
                  AND c.column_name IN ('user_id', 'owner_id', 'order_id', 'payment_id', 'address_id', 'card_id', 'refund_id',
                                        'product_id', 'owner')
                ORDER BY 1, 2, 3
                """;

    final Mall mall;
    final Shopper owner;
    final Shopper stranger;
    final Shopper merchant;
    final Shopper otherMerchant;
    final Shopper admin;

    private final List<List<String>> columns;
    private final Map<String, String> made = new LinkedHashMap<>();

    Belongings(Mall mall) {
        this.mall = mall;
        columns = mall.database().rows(COLUMNS);
        owner = Shopper.register(mall.url(), 50_000_000);
        stranger = Shopper.register(mall.url(), 50_000_000);
        merchant = Shopper.login(mall.url(), "nova", Mall.DEMO_PASSWORD);
        otherMerchant = Shopper.login(mall.url(), "orbit", Mall.DEMO_PASSWORD);
        admin = Shopper.login(mall.url(), "admin", Mall.DEMO_PASSWORD);
        List<Supplier<String>> everything = List.of(
                this::unpaid,
                this::paid,
                this::strangersOrder,
                this::cartSku,
                this::card,
                this::product,
                this::picture,
                this::otherProduct,
                this::refund);
        everything.forEach(Supplier::get);
        // What is still on its way would look as if somebody had touched it.
        mall.awaitCalm();
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
        values.put("orderId", "1");
        values.put("parentId", null);
        values.put("slug", "stolen");
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
        return once("card", () -> owner.card("4242424242424242"));
    }

    /** A picture that the shop uploaded. */
    String picture() {
        return once(
                "picture",
                () -> MerchantTest.upload(merchant).ok().data().path("url").asString());
    }

    /** A draft of the other shop's. */
    String otherProduct() {
        return once("otherProduct", () -> otherMerchant
                .post(PRODUCTS, draft("images", List.of()))
                .ok()
                .data()
                .path("productId")
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
            made.put("refundedOrder", order);
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

    /** A product that is fine but for one field, which may be one of its SKU's. */
    private Map<String, Object> draft(String field, Object value) {
        Map<String, Object> sku = new LinkedHashMap<>(Map.of("specs", Map.of("Size", "S"), "priceCents", 100));
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("name", "Bowl");
        draft.put("description", "Fired twice.");
        draft.put("categoryId", "3107");
        draft.put("images", List.of());
        (field.equals("skuId") ? sku : draft).put(field, value);
        draft.put("skus", List.of(sku));
        return draft;
    }

    private static Map<String, Object> category(String parentId) {
        return Map.of("parentId", parentId, "name", "Lost", "nameZh", "迷", "slug", "lost", "position", 1);
    }

    /** Every row of every schema that belongs to the owner or to what was made here, as text. */
    Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (List<String> column : columns) {
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
                        .rows("SELECT * FROM gomall_product.product WHERE id IN (?, ?)", product(), otherProduct())
                        .toString());
        for (String table : List.of(
                "gomall_user.roles", "gomall_user.role_permissions", "gomall_user.shops", "gomall_product.category")) {
            rows.put(
                    table,
                    mall.database().rows("SELECT * FROM " + table).stream()
                            .map(List::toString)
                            .sorted()
                            .toList()
                            .toString());
        }
        rows.put(
                "access rules", admin.get("/api/admin/access-rules").ok().data().toString());
        return rows;
    }

    private List<String> idsOf(String column) {
        return switch (column) {
            case "user_id", "owner_id" -> List.of(ownerId());
            case "owner" -> List.of("u:" + ownerId());
            case "order_id" -> List.of(unpaid(), paid(), made.get("refundedOrder"));
            case "product_id" -> List.of(product(), otherProduct());
            case "payment_id" -> List.of(payment());
            case "address_id" -> List.of(owner.addressId());
            case "card_id" -> List.of(card());
            default -> List.of(refund());
        };
    }
}
