package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A poisonous message does not hold up the others; it is seen, mended and replayed, and then applied once. */
class DeadLetterTest {

    private static final Mall MALL = Mall.shared();
    private static final long EVENT = 700_000_000_000L + System.nanoTime() % 1_000_000_000L;

    private final Shopper admin = Shopper.login(MALL.url(), "admin", Mall.DEMO_PASSWORD);

    @Test
    void a_poisonous_message_is_seen_and_applied_once_when_it_is_replayed_after_mending() throws Exception {
        MALL.awaitCalm();
        long sku = MALL.sku(Mall.NOVA_SHOP);
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        String order = shopper.order(sku, 1);
        long unsold = sales(sku);
        shopper.pay(order).ok();
        await().atMost(Duration.ofSeconds(30)).until(() -> sales(sku) == unsold + 1);
        long before = sales(sku);
        setting("gomall.messaging.max-attempts=1");
        try {
            // The setting may take a moment to arrive: until then the message comes again by itself.
            Mall.pause(2_000);
            send("{\"orderId\":" + order + ",\"paymentId\":2,\"receiver\":\"Li Lei\",\"lines\":null}");
            await().atMost(Duration.ofSeconds(60)).until(() -> letter() != null);
        } finally {
            setting("# Live settings of provider-product: a change holds without a restart.");
        }
        JsonNode letter = letter();
        assertThat(letter.path("application").asString()).isEqualTo("provider-product");
        assertThat(letter.path("event").asString()).isEqualTo("OrderPaid");
        assertThat(letter.path("error").asString()).isNotBlank();
        assertThat(letter.path("attempts").asInt()).isPositive();
        assertThat(letter.path("body").asString()).contains(order).doesNotContain("Li Lei");
        String replay = "/api/ops/dead-letters/" + letter.path("id").asString() + "/replay";
        assertThat(Shopper.register(MALL.url(), 0).post(replay).code()).isEqualTo(40300);

        assertThat(outcome(replay)).isEqualTo("FAILED");
        assertThat(letter()).isNotNull();
        assertThat(sales(sku)).isEqualTo(before);

        MALL.database()
                .update(
                        "UPDATE gomall_product.dead_letter SET body = ? WHERE event_id = ?",
                        "{\"orderId\":" + order + ",\"paymentId\":2,\"lines\":[{\"productId\":" + sku / 10
                                + ",\"skuId\":" + sku + ",\"quantity\":2}]}",
                        EVENT);
        assertThat(outcome(replay)).isEqualTo("HANDLED");
        assertThat(outcome(replay)).isEqualTo("GONE");
        assertThat(letter()).isNull();
        assertThat(sales(sku)).isEqualTo(before + 2);
        MALL.awaitCalm();
    }

    private String outcome(String replay) {
        return admin.post(replay).ok().data().path("result").asString();
    }

    private JsonNode letter() {
        JsonNode page = admin.get("/api/ops/dead-letters?size=100").ok().data();
        assertThat(page.path("missing").isEmpty()).isTrue();
        for (JsonNode letter : page.path("items")) {
            if (letter.path("eventId").asString().equals("" + EVENT)) {
                return letter;
            }
        }
        return null;
    }

    private static long sales(long sku) {
        return MALL.database()
                .number(
                        "SELECT p.sales FROM gomall_product.product p JOIN gomall_product.sku k ON k.product_id = p.id"
                                + " WHERE k.id = ?",
                        sku);
    }

    /** Replaces the live settings of provider-product. */
    private static void setting(String document) {
        String form = "group=GOMALL&dataId=provider-product.properties&type=properties&content="
                + URLEncoder.encode(document + "\n", StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + MALL.system().nacos() + "/nacos/v1/cs/configs"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void send(String body) throws Exception {
        // Only provider-product stumbles over it: provider-stock does not look at the lines.
        MessageSender.send("gomall-order", "OrderPaid", "" + EVENT, "provider-order", body);
    }
}
