package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.gomall.e2e.OtlpReceiver.Span;
import org.junit.jupiter.api.Test;

/** One order is one trace, from the web to the handlers of its events, and its id is the one in the answer. */
class TracesTest {

    private static final Mall MALL = Mall.shared();

    @Test
    void one_order_is_one_trace_across_web_dubbo_sql_redis_and_events() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long sku = MALL.skuWithStock(Mall.NOVA_SHOP, 5);
        String traceId = random(16);
        String caller = random(8);

        Map<String, Object> order = shopper.orderOf(sku, 1);
        // A session that was seen a moment ago is not looked up in Redis.
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        Answer answer = shopper.send(
                "POST",
                "/api/orders",
                order,
                Map.of("Idempotency-Key", Shopper.key(), "traceparent", "00-" + traceId + "-" + caller + "-01"));

        answer.ok();
        assertThat(answer.envelope().path("traceId").asString()).isEqualTo(traceId);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<Span> spans = Mall.traces().ofTrace(traceId);
            assertThat(names(spans, "consumer-web"))
                    .contains("POST /api/orders", "OrderService.place", "Redis sessions");
            assertThat(names(spans, "provider-order"))
                    .contains("OrderService.place", "StockReservationService.reserve", "SQL INSERT", "SQL COMMIT");
            assertThat(names(spans, "provider-stock")).contains("StockReservationService.reserve", "SQL UPDATE");
            // A parent ends after its children, and may be sent after them.
            Set<String> known = spans.stream().map(Span::spanId).collect(Collectors.toSet());
            assertThat(spans).allMatch(span -> span.parentId().equals(caller) || known.contains(span.parentId()));
        });
        assertThat(Mall.traces().ofTrace(traceId)).noneMatch(span -> span.text().contains("Li Lei"));
    }

    @Test
    void events_go_on_with_the_trace_that_made_them() {
        Shopper shopper = Shopper.register(MALL.url(), 10_000_000);
        String order = shopper.order(MALL.skuWithStock(Mall.NOVA_SHOP, 5), 1);
        String traceId = random(16);

        shopper.send(
                        "POST",
                        "/api/payments",
                        Map.of("orderIds", List.of(order), "method", "WALLET"),
                        Map.of(
                                "Idempotency-Key",
                                Shopper.key(),
                                "traceparent",
                                "00-" + traceId + "-" + random(8) + "-01"))
                .ok();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<Span> spans = Mall.traces().ofTrace(traceId);
            assertThat(names(spans, "provider-payment")).anyMatch(name -> name.startsWith("send "));
            assertThat(names(spans, "provider-order")).contains("handle PaymentSucceededHandler");
        });
    }

    @Test
    void what_nobody_asked_to_be_traced_leaves_no_span() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        Answer answer = shopper.get("/api/orders").ok();

        String traceId = answer.envelope().path("traceId").asString();
        assertThat(traceId).matches("[0-9a-f]{32}");
        assertThat(Mall.traces().ofTrace(traceId)).isEmpty();
    }

    private static List<String> names(List<Span> spans, String application) {
        return spans.stream()
                .filter(span -> span.application().equals(application))
                .map(Span::name)
                .toList();
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        id[0] = 1;
        return HexFormat.of().formatHex(id);
    }
}
