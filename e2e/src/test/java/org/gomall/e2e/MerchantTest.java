package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From "I would like to sell something" to the first parcel, and down from the shelf again. */
class MerchantTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration SECONDS = Duration.ofSeconds(20);

    @Test
    void somebody_opens_a_shop_and_sells_what_an_admin_has_approved() {
        Shopper merchant = Shopper.register(MALL.url(), 0);
        Shopper admin = Shopper.login(MALL.url(), "admin", Mall.DEMO_PASSWORD);
        merchant.get("/api/merchant/products").refused(40300);
        merchant.get("/api/merchant/shop").refused(40400);
        String shopId = merchant.post("/api/merchant/shop", Map.of("name", "Kiln", "description", "Bowls"))
                .ok()
                .data()
                .path("shopId")
                .asString();
        merchant.post("/api/merchant/shop", Map.of("name", "Kiln", "description", "Bowls"))
                .refused(40900);
        merchant.post("/api/admin/shops/" + shopId + "/approve").refused(40300);
        admin.post("/api/admin/shops/" + shopId + "/approve").ok();
        admin.post("/api/admin/shops/" + shopId + "/approve").refused(40901);

        // The same session, without a new login.
        await().atMost(SECONDS)
                .untilAsserted(() -> merchant.get("/api/merchant/products").ok());
        assertThat(merchant.get("/api/merchant/shop").ok().data().path("status").asString())
                .isEqualTo("APPROVED");

        String picture = upload(merchant).ok().data().path("url").asString();
        String word = "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String productId = merchant.post("/api/merchant/products", bowl(word, 12_900, picture))
                .ok()
                .data()
                .path("productId")
                .asString();
        merchant.post("/api/merchant/products/" + productId + "/submit").ok();
        admin.post("/api/admin/products/" + productId + "/reject", Map.of("reason", "The price, please."))
                .ok();
        JsonNode rejected =
                merchant.get("/api/merchant/products/" + productId).ok().data();
        assertThat(rejected.path("status").asString()).isEqualTo("REJECTED");
        assertThat(rejected.path("reason").asString()).isEqualTo("The price, please.");
        Shopper.guest(MALL.url()).get("/api/products/" + productId).refused(40400);

        merchant.put("/api/merchant/products/" + productId, bowl(word, 9_900, picture))
                .ok();
        merchant.post("/api/merchant/products/" + productId + "/submit").ok();
        assertThat(admin.get("/api/admin/products?status=PENDING")
                        .ok()
                        .data()
                        .path("items")
                        .toString())
                .contains(productId);
        admin.post("/api/admin/products/" + productId + "/approve").ok();

        Shopper guest = Shopper.guest(MALL.url());
        await().atMost(SECONDS).untilAsserted(() -> assertThat(guest.get("/api/products?keyword=" + word)
                        .ok()
                        .data()
                        .path("total")
                        .asLong())
                .isEqualTo(1));
        JsonNode shown = guest.get("/api/products/" + productId).ok().data();
        assertThat(shown.path("images").get(0).asString()).isEqualTo(picture);
        assertThat(shown.path("shop").path("shopId").asString()).isEqualTo(shopId);
        assertThat(guest.get(picture).header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.path("name").asString()).contains("<script>");
        assertThat(guest.get("/products/" + productId).response().body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");

        long skuId = Long.parseLong(shown.path("skus").get(0).path("skuId").asString());
        awaitStock(skuId, 5);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(guest.get("/api/products/" + productId)
                        .ok()
                        .data()
                        .path("skus")
                        .get(0)
                        .path("available")
                        .asInt())
                .isEqualTo(5));
        Shopper buyer = Shopper.register(MALL.url(), 10_000_000);
        String order = buyer.order(skuId, 2);
        buyer.pay(order).ok();
        await().atMost(SECONDS).untilAsserted(() -> assertThat(merchant.get("/api/merchant/orders/" + order)
                        .ok()
                        .data()
                        .path("status")
                        .asString())
                .isEqualTo("PAID"));

        merchant.post("/api/merchant/products/" + productId + "/unlist").ok();

        buyer.postWithKey("/api/orders", Shopper.key(), buyer.orderOf(skuId, 1)).refused(40400);
        await().atMost(SECONDS)
                .untilAsserted(() -> guest.get("/api/products/" + productId).refused(40400));
        await().atMost(SECONDS).untilAsserted(() -> assertThat(guest.get("/api/products?keyword=" + word)
                        .ok()
                        .data()
                        .path("total")
                        .asLong())
                .isZero());
        assertThat(buyer.orderNow(order).path("items").get(0).path("skuId").asString())
                .isEqualTo(Long.toString(skuId));
        merchant.delete("/api/merchant/products/" + productId).refused(40901);
        MALL.assertInvariants();
    }

    @Test
    void nothing_of_another_shop_can_be_seen_or_touched() {
        Shopper nova = Shopper.login(MALL.url(), "nova", Mall.DEMO_PASSWORD);
        Shopper orbit = Shopper.login(MALL.url(), "orbit", Mall.DEMO_PASSWORD);
        String word = "zq" + UUID.randomUUID().toString().substring(0, 8);
        String picture = upload(nova).ok().data().path("url").asString();
        String productId = nova.post("/api/merchant/products", bowl(word, 100, picture))
                .ok()
                .data()
                .path("productId")
                .asString();
        String path = "/api/merchant/products/" + productId;

        orbit.get(path).refused(40400);
        orbit.put(path, bowl(word, 1, null)).refused(40400);
        orbit.delete(path).refused(40400);
        orbit.post(path + "/submit").refused(40400);
        orbit.post(path + "/unlist").refused(40400);
        orbit.post("/api/merchant/products", bowl(word, 100, picture)).refused(40001);
        nova.delete(path).ok();
    }

    private static Map<String, Object> bowl(String word, long priceCents, String picture) {
        return Map.of(
                "name",
                "Bowl " + word + " <script>alert(1)</script>",
                "nameZh",
                "碗",
                "description",
                "Fired twice.",
                "categoryId",
                "3107",
                "images",
                picture == null ? List.of() : List.of(picture),
                "skus",
                List.of(Map.of("specs", Map.of("Size", "S"), "priceCents", priceCents, "stock", 5)));
    }

    static Answer upload(Shopper merchant) {
        String boundary = "----" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bowl.png\"\r\n"
                            + "Content-Type: image/png\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", body);
            body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            HttpRequest request = HttpRequest.newBuilder(URI.create(MALL.url() + "/api/merchant/uploads"))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + merchant.token())
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                    .build();
            return Answer.of(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** provider-stock takes the pieces of a new SKU in by the event that it was added. */
    private static void awaitStock(long skuId, int pieces) {
        await().atMost(SECONDS).untilAsserted(() -> assertThat(
                        MALL.database().rows("SELECT available FROM gomall_stock.stock WHERE sku_id = ?", skuId))
                .containsExactly(List.of(Integer.toString(pieces))));
    }
}
