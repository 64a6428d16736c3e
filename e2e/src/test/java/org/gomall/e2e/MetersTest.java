package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gomall.e2e.MeterTable.Meter;
import org.junit.jupiter.api.Test;

/** What docs/observability.md promises is what Prometheus gets, and one purchase moves it. */
class MetersTest {

    private static final Mall MALL = Mall.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Dubbo fills its meters once a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    @Test
    void every_documented_meter_is_there_and_a_purchase_moves_it() {
        Map<String, Double> before = scrapeAll();

        buyRefuseCancelAndReturn();

        assertThat(MeterTable.rows()).hasSizeGreaterThan(25);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            Map<String, Double> after = scrapeAll();
            List<String> missing = new ArrayList<>();
            for (Meter meter : MeterTable.rows()) {
                for (String application : Mall.applications()) {
                    if (!meter.comesFrom(application) || meter.moves().equals("on occasion")) {
                        continue;
                    }
                    Double now = figure(after, application, meter.name());
                    Double then = figure(before, application, meter.name());
                    boolean moved = now != null && (then == null ? now > 0 : now > then);
                    if (now == null || meter.moves().equals("buying") && !moved) {
                        missing.add(application + " " + meter.name() + " " + then + " -> " + now);
                    }
                }
            }
            assertThat(missing).isEmpty();
        });
    }

    @Test
    void a_purchase_writes_no_line_of_information() throws IOException {
        Shopper shopper = Shopper.register(MALL.url(), 10_000_000);
        long sku = MALL.skuWithStock(Mall.NOVA_SHOP, 50);
        shopper.pay(shopper.order(sku, 1)).ok();
        MALL.awaitCalm();
        Map<String, Integer> before = linesOfInformation();

        for (int i = 0; i < 10; i++) {
            shopper.get("/api/products?page=1&size=20").ok();
            shopper.pay(shopper.order(sku, 1)).ok();
        }
        MALL.awaitCalm();

        linesOfInformation().forEach((application, lines) -> assertThat(lines - before.get(application))
                .as(application)
                .isLessThan(5));
    }

    private static void buyRefuseCancelAndReturn() {
        Shopper shopper = Shopper.register(MALL.url(), 10_000_000);
        long sku = MALL.skuWithStock(Mall.NOVA_SHOP, 20);
        shopper.get("/api/categories").ok();
        String product = shopper.get("/api/products?page=1&size=20")
                .ok()
                .data()
                .path("items")
                .get(0)
                .path("productId")
                .asString();
        shopper.get("/api/products/" + product).ok();
        String paid = shopper.order(sku, 2);
        shopper.pay(paid).ok();
        shopper.post("/api/orders/" + shopper.order(sku, 1) + "/cancel").ok();
        shopper.get("/api/orders/1").refused(40400);
        shopper.postWithKey("/api/orders/" + paid + "/refunds", Shopper.key(), Map.of("reason", "not needed"))
                .ok();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(shopper.statusOf(paid)).isEqualTo("REFUNDED"));
        MALL.awaitCalm();
    }

    private static Double figure(Map<String, Double> scrape, String application, String meter) {
        Double plain = scrape.get(application + " " + meter);
        return plain != null ? plain : scrape.get(application + " " + meter + "_count");
    }

    /** The sum over all labels, by application and meter. */
    private static Map<String, Double> scrapeAll() {
        Map<String, Double> all = new HashMap<>();
        for (String application : Mall.applications()) {
            scrape(application).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int end = line.indexOf('{') < 0 ? line.indexOf(' ') : line.indexOf('{');
                double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
                all.merge(application + " " + line.substring(0, end), Double.isNaN(value) ? 0 : value, Double::sum);
            });
        }
        return all;
    }

    private static String scrape(String application) {
        URI uri = URI.create(MALL.system().managementUrl(application, 1) + "/prometheus");
        try {
            HttpResponse<String> answer =
                    HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Integer> linesOfInformation() throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        for (String application : Mall.applications()) {
            lines.put(application, (int) Files.readAllLines(MALL.system().log(application)).stream()
                    .filter(line -> line.contains(" INFO ") || line.contains(" DEBUG "))
                    .count());
        }
        return lines;
    }
}
