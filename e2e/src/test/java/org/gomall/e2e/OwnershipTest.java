package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever belongs to somebody else answers 404, as if it did not exist, and stays as it is. */
class OwnershipTest {

    private static final Mall MALL = Mall.shared();

    @Test
    void nobody_can_see_or_touch_what_belongs_to_somebody_else() {
        Shopper owner = Shopper.register(MALL.url(), 50_000_000);
        Shopper stranger = Shopper.register(MALL.url(), 50_000_000);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        String unpaid = owner.order(sku, 1);
        String paid = owner.order(sku, 1);
        String paymentId = owner.pay(paid).ok().data().path("paymentId").asString();

        stranger.get("/api/orders/" + unpaid).refused(40400);
        stranger.put("/api/orders/" + unpaid, Map.of("note", "mine now")).refused(40400);
        stranger.post("/api/orders/" + unpaid + "/cancel").refused(40400);
        stranger.post("/api/orders/" + paid + "/receive").refused(40400);
        stranger.get("/api/orders/" + unpaid + "/events").refused(40400);
        stranger.pay(unpaid).refused(40400);
        stranger.get("/api/payments/" + paymentId).refused(40400);
        stranger.post("/api/payments/" + paymentId + "/cancel").refused(40400);
        stranger.put("/api/addresses/" + owner.addressId(), Shopper.address("Thief"))
                .refused(40400);
        stranger.delete("/api/addresses/" + owner.addressId()).refused(40400);
        stranger.put("/api/orders/" + stranger.order(sku, 1), Map.of("addressId", owner.addressId()))
                .refused(40400);
        stranger.postWithKey(
                        "/api/orders",
                        Shopper.key(),
                        Map.of(
                                "items",
                                List.of(Map.of("skuId", "" + sku, "quantity", 1)),
                                "addressId",
                                owner.addressId()))
                .refused(40400);
        stranger.post(
                        "/api/checkout",
                        Map.of(
                                "items",
                                List.of(Map.of("skuId", "" + sku, "quantity", 1)),
                                "addressId",
                                owner.addressId()))
                .refused(40400);

        Shopper otherShop = Shopper.login(MALL.url(), "orbit", Mall.DEMO_PASSWORD);
        otherShop.get("/api/merchant/orders/" + paid).refused(40400);
        otherShop
                .post(
                        "/api/merchant/orders/" + paid + "/ship",
                        Map.of("carrier", "SF Express", "trackingNo", "SF1234567890"))
                .refused(40400);
        assertThat(otherShop.get("/api/merchant/orders?size=100").ok().data().toString())
                .doesNotContain(paid);

        assertThat(owner.statusOf(unpaid)).isEqualTo("CREATED");
        assertThat(owner.statusOf(paid)).isEqualTo("PAID");
        assertThat(owner.get("/api/addresses")
                        .ok()
                        .data()
                        .get(0)
                        .path("receiver")
                        .asString())
                .isEqualTo("Li Lei");
        owner.post("/api/orders/" + unpaid + "/cancel").ok();
    }
}
