package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gomall.e2e.Answer;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import tools.jackson.databind.JsonNode;

/** What happened in the mall before somebody looks at its pages: at least one thing of every kind in every state. */
final class Scenery {

    private static final Mall MALL = Mall.shared();

    private static Scenery shared;

    final Shopper alice = login("alice");
    final Shopper nova = login("nova");
    final Shopper admin = login("admin");
    final Shopper ops = login("ops");

    final long sku = MALL.sku(Mall.NOVA_SHOP);
    final long otherSku = MALL.sku(Mall.ORBIT_SHOP);
    final long soldOut = MALL.skuWithStock(Mall.NOVA_SHOP, 0);

    final String address;
    final String card;
    final String unpaid;
    final String cancelled;
    final String paid;
    final String shipped;
    final String received;
    final String refunding;
    final String refunded;
    final String refund;
    final String payment;
    final String declined;
    final String draft;
    final String rejected;
    final String pending;
    final String role =
            "AUDITOR_" + UUID.randomUUID().toString().substring(0, 4).toUpperCase();

    static synchronized Scenery shared() {
        if (shared == null) {
            shared = new Scenery();
        }
        return shared;
    }

    private Scenery() {
        alice.postWithKey("/api/wallet/topups", Shopper.key(), Map.of("amountCents", 2_000_000))
                .ok();
        address = alice.post("/api/addresses", office())
                .ok()
                .data()
                .path("addressId")
                .asString();
        card = alice.card("4242424242424242");
        fillCart();

        unpaid = alice.order(sku, 1);
        cancelled = alice.order(sku, 1);
        alice.post("/api/orders/" + cancelled + "/cancel").ok();
        paid = alice.order(sku, 2);
        shipped = alice.order(sku, 1);
        received = alice.order(otherSku, 1);
        refunding = alice.order(sku, 1);
        refunded = alice.order(sku, 3);
        payment = id(alice.pay(paid, shipped, refunding, refunded), "paymentId");
        alice.pay(received).ok();
        awaitPaid(List.of(paid, shipped, received, refunding, refunded));
        ship(nova, shipped);
        ship(nova, refunding);
        ship(login("orbit"), received);
        alice.post("/api/orders/" + received + "/receive").ok();
        alice.postWithKey("/api/orders/" + refunded + "/refunds", Shopper.key(), Map.of("reason", "Ordered twice"))
                .ok();
        refund = id(
                alice.postWithKey(
                        "/api/orders/" + refunding + "/refunds",
                        Shopper.key(),
                        Map.of("reason", "The lid does not close")),
                "refundId");
        declined = id(alice.payByCard(alice.card("4000000000000002"), unpaid), "paymentId");

        draft = product("Stoneware bowl", "粗陶碗");
        pending = product("Linen tea towel", "亚麻茶巾");
        nova.post("/api/merchant/products/" + pending + "/submit").ok();
        rejected = product("Beech cutting board", "榉木砧板");
        nova.post("/api/merchant/products/" + rejected + "/submit").ok();
        admin.post(
                        "/api/admin/products/" + rejected + "/reject",
                        Map.of("reason", "Please add a picture that shows the board from above."))
                .ok();
        admin.post("/api/admin/roles", Map.of("role", role, "permissions", List.of("GET:/api/admin/orders")))
                .ok();
        Shopper applicant = Shopper.register(MALL.url(), 0);
        applicant
                .post("/api/merchant/shop", Map.of("name", "Kiln & Co", "description", "Bowls, fired twice."))
                .ok();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(alice.get("/api/payments/" + declined)
                        .ok()
                        .data()
                        .path("status")
                        .asString())
                .isEqualTo("FAILED"));
    }

    private void fillCart() {
        alice.delete("/api/cart");
        alice.post("/api/cart/items", Map.of("skuId", "" + sku, "quantity", 2)).ok();
        alice.post("/api/cart/items", Map.of("skuId", "" + otherSku, "quantity", 1))
                .ok();
        long scarce = MALL.skuWithStock(Mall.ORBIT_SHOP, 2);
        alice.post("/api/cart/items", Map.of("skuId", "" + scarce, "quantity", 3))
                .ok();
    }

    private static Map<String, Object> office() {
        Map<String, Object> office = Shopper.address("Alice Lin");
        office.put("street", "Riverside Tower, 12th floor");
        office.put("isDefault", false);
        return office;
    }

    private String product(String name, String nameZh) {
        return id(
                nova.post(
                        "/api/merchant/products",
                        Map.of(
                                "name",
                                name,
                                "nameZh",
                                nameZh,
                                "description",
                                "Made by hand in a small workshop.",
                                "categoryId",
                                "3107",
                                "images",
                                List.of(),
                                "skus",
                                List.of(
                                        Map.of("specs", Map.of("Size", "S"), "priceCents", 8_900, "stock", 40),
                                        Map.of("specs", Map.of("Size", "M"), "priceCents", 12_900, "stock", 25)))),
                "productId");
    }

    private static void ship(Shopper merchant, String order) {
        merchant.post(
                        "/api/merchant/orders/" + order + "/ship",
                        Map.of("carrier", "SF Express", "trackingNo", "SF1390042817"))
                .ok();
    }

    private void awaitPaid(List<String> orders) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(orders)
                .allSatisfy(order -> assertThat(alice.statusOf(order)).isEqualTo("PAID")));
    }

    private static String id(Answer answer, String name) {
        JsonNode data = answer.ok().data();
        return data.path(name).asString();
    }

    private static Shopper login(String account) {
        return Shopper.login(MALL.url(), account, Mall.DEMO_PASSWORD);
    }
}
