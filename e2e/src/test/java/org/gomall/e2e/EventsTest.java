package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Events arrive once, however often they are delivered, and again when they were lost. */
class EventsTest {

    private static final Mall MALL = Mall.shared();

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    @Test
    void an_open_page_sees_every_step_of_its_order_within_a_second() throws IOException, InterruptedException {
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        String order = shopper.order(MALL.sku(Mall.NOVA_SHOP), 1);
        List<String> seen = new CopyOnWriteArrayList<>();
        try (InputStream stream = watch(shopper, "/api/orders/" + order + "/events", seen)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> seen.toString().contains("CREATED"));
            shopper.pay(order).ok();
            await().atMost(Duration.ofSeconds(20)).until(() -> seen.toString().contains("PAID"));
        }
    }

    @Test
    void an_open_page_sees_what_became_of_its_payment() throws IOException, InterruptedException {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        String order = shopper.order(MALL.sku(Mall.NOVA_SHOP), 1);
        // This card is charged after six seconds.
        String payment = shopper.payByCard(shopper.card("4000000000000259"), order)
                .ok()
                .data()
                .path("paymentId")
                .asString();
        List<String> seen = new CopyOnWriteArrayList<>();
        try (InputStream stream = watch(shopper, "/api/payments/" + payment + "/events", seen)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> seen.toString().contains("\"to\":\"PENDING\""));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> seen.toString().contains("\"from\":\"PENDING\",\"to\":\"SUCCEEDED\""));
        }
        Shopper.register(MALL.url(), 0)
                .get("/api/payments/" + payment + "/events")
                .refused(40400);
    }

    private static InputStream watch(Shopper shopper, String path, List<String> seen)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(MALL.url() + path))
                                .header("Authorization", "Bearer " + shopper.token())
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        Thread reader = new Thread(() -> {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> line.startsWith("data:")).forEach(seen::add);
            } catch (IOException | java.io.UncheckedIOException closed) {
                seen.add("closed");
            }
        });
        reader.setDaemon(true);
        reader.start();
        return stream.body();
    }

    @Test
    void a_duplicated_message_is_applied_once() throws Exception {
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        String order = shopper.order(sku, 2);
        long salesBefore = sales(sku);
        String payment = shopper.pay(order).ok().data().path("paymentId").asString();
        await().atMost(Duration.ofSeconds(30)).until(() -> sold(sku) == 2);
        List<String> event = MALL.database()
                .rows(
                        "SELECT payment_id, order_id, amount_cents FROM gomall_payment.payment_order WHERE order_id = ?",
                        order)
                .get(0);
        assertThat(event.get(0)).isEqualTo(payment);

        // The broker delivers the event of the sale twice more (the inbox knows its number), and the payment's facts
        // arrive in messages with other numbers (the conditional updates know them).
        await().atMost(Duration.ofSeconds(30)).until(() -> sales(sku) == salesBefore + 2);
        long eventId = MALL.database()
                .number("SELECT MAX(event_id) FROM gomall_product.inbox WHERE source = 'provider-order'");
        String sale = "{\"orderId\":" + order + ",\"paymentId\":" + payment + ",\"lines\":[{\"productId\":" + sku / 10
                + ",\"skuId\":" + sku + ",\"quantity\":2}]}";
        send("gomall-order", "OrderPaid", sale, eventId);
        send("gomall-order", "OrderPaid", sale, eventId);
        String body = "{\"paymentId\":" + payment + ",\"userId\":" + userId(shopper) + ",\"orders\":[{\"orderId\":"
                + order + ",\"amountCents\":" + event.get(2) + "}]}";
        for (int i = 0; i < 3; i++) {
            send("gomall-payment", "PaymentSucceeded", body, 900_000_000_000L + Long.parseLong(payment) % 1_000_000);
        }
        Mall.pause(3_000);
        assertThat(shopper.statusOf(order)).isEqualTo("PAID");
        assertThat(sold(sku)).isEqualTo(2);
        assertThat(sales(sku)).isEqualTo(salesBefore + 2);
        assertThat(shopper.orderNow(order).path("history").findValuesAsString("to"))
                .containsExactly("CREATED", "PAID");
    }

    @Test
    void paying_and_cancelling_in_the_same_moment_ends_paid_or_with_the_money_back() {
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long price = MALL.priceCents(sku);
        int rounds = 30;
        int paid = 0;
        for (int round = 0; round < rounds; round++) {
            String order = shopper.order(sku, 1);
            Together.run(2, i -> i == 0 ? shopper.pay(order) : shopper.post("/api/orders/" + order + "/cancel"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> List.of("PAID", "CANCELLED").contains(shopper.statusOf(order)));
            paid += shopper.statusOf(order).equals("PAID") ? 1 : 0;
        }
        MALL.awaitCalm();
        assertThat(shopper.balanceCents()).isEqualTo(50_000_000 - paid * price);
        assertThat(sold(sku)).isEqualTo(paid);
    }

    private static long sold(long sku) {
        return MALL.database().number("SELECT sold FROM gomall_stock.stock WHERE sku_id = ?", sku);
    }

    private static long sales(long sku) {
        return MALL.database()
                .number(
                        "SELECT p.sales FROM gomall_product.product p JOIN gomall_product.sku k ON k.product_id = p.id"
                                + " WHERE k.id = ?",
                        sku);
    }

    private static long userId(Shopper shopper) {
        return shopper.get("/api/auth/me").ok().data().path("userId").asLong();
    }

    private static void send(String topic, String tag, String body, long eventId) throws Exception {
        MessageSender.send(topic, tag, String.valueOf(eventId), topic.replace("gomall", "provider"), body);
    }
}
