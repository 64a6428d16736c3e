package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.gomall.e2e.faults.LinkFaults;
import org.gomall.localstack.LocalSystem;

/** The whole system, started once for all end-to-end tests as {@code ./gomall up} starts it, on ports of its own. */
public final class Mall {

    public static final long NOVA_SHOP = 2001;
    public static final long ORBIT_SHOP = 2002;
    public static final String DEMO_PASSWORD = "gomall-demo";

    private static final OtlpReceiver TRACES = new OtlpReceiver();

    private static Mall shared;
    private static Mall spoilable;

    static {
        // Much of what is waited for is true at once, and the pause before the first look adds up.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
    }

    private final LocalSystem system;
    private final Database database;
    private final Set<Long> usedSkus = ConcurrentHashMap.newKeySet();
    private final Properties settings = new Properties();
    private final AtomicLong ledgerEntry = new AtomicLong(System.currentTimeMillis() * 1000);

    private Mall(LocalSystem.Builder parts) {
        system = parts.start();
        database = new Database(system::jdbcUrl);
        awaitOrdering();
    }

    public static synchronized Mall shared() {
        if (shared == null) {
            shared = start(parts());
        }
        return shared;
    }

    /**
     * A second system, for what would be in everybody's way: links that can be spoiled, and two processes whose machines have
     * the wrong time (the second provider-order exists in some tests only).
     */
    public static synchronized Mall spoilable() {
        if (spoilable == null) {
            LocalSystem.Builder parts = parts().home(Project.root()
                            .resolve(".gomall/spoilable-"
                                    + ProcessHandle.current().pid()))
                    .environment("provider-order-2", "GOMALL_CLOCK_OFFSET", "1h")
                    .environment("consumer-web-2", "GOMALL_CLOCK_OFFSET", "-5m");
            new LinkFaults().prepare(parts);
            spoilable = start(parts);
        }
        return spoilable;
    }

    private static LocalSystem.Builder parts() {
        // The extra profile only lets the control run of SeataProofTest switch the global transactions off.
        // Traced is what asks for it by its header (TracesTest), and nothing else.
        return LocalSystem.builder()
                .environment("GOMALL_OTLP_ENDPOINT", TRACES.endpoint())
                .environment("GOMALL_TRACE_SAMPLE", "0")
                .environment("GOMALL_TRACE_TRUST", "true")
                // EveryPageTest asks the web which pages there are.
                .environment(
                        "consumer-web",
                        "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
                        "health,prometheus,figures,mappings")
                .environment("provider-order", "SPRING_PROFILES_ACTIVE", "demo,test-control")
                .environment("provider-stock", "SPRING_PROFILES_ACTIVE", "demo,test-control")
                // Runs only while FailoverTest scales to three.
                .environment("provider-stock-3", "GOMALL_TAG", "gray");
    }

    /** A system of its own, with a second web, which LiveRightsTest and the load need. Returns when it sells. */
    public static Mall start(LocalSystem.Builder parts) {
        return new Mall(parts.instances("consumer-web", 2));
    }

    public String url() {
        return system.webUrl();
    }

    /** Where the applications of the shared system send their traces. */
    static OtlpReceiver traces() {
        return TRACES;
    }

    public LocalSystem system() {
        return system;
    }

    public Database database() {
        return database;
    }

    /** A SKU of a shop with plenty of pieces that no other test uses. */
    public long sku(long shopId) {
        return database.rows("""
                        SELECT s.sku_id FROM gomall_stock.stock s
                        JOIN gomall_product.sku k ON k.id = s.sku_id
                        JOIN gomall_product.product p ON p.id = k.product_id
                        WHERE p.shop_id = ? AND p.status = 'APPROVED' AND k.active AND s.available >= 50
                          AND k.price_cents < 100000
                        ORDER BY s.sku_id
                        """, shopId).stream()
                .map(row -> Long.parseLong(row.get(0)))
                .filter(usedSkus::add)
                .findFirst()
                .orElseThrow();
    }

    /** A SKU of its own with exactly so many pieces. */
    public long skuWithStock(long shopId, int pieces) {
        long sku = sku(shopId);
        long delta = pieces - available(sku);
        database.update(
                "UPDATE gomall_stock.stock SET total = total + ?, available = available + ? WHERE sku_id = ?",
                delta,
                delta,
                sku);
        database.update(
                "INSERT INTO gomall_stock.stock_ledger (entry_id, sku_id, delta, reason, created_at)"
                        + " VALUES (?, ?, ?, 'counted by a test', UTC_TIMESTAMP(6))",
                ledgerEntry.incrementAndGet(),
                sku,
                delta);
        return sku;
    }

    public long available(long sku) {
        return database.number("SELECT available FROM gomall_stock.stock WHERE sku_id = ?", sku);
    }

    long priceCents(long sku) {
        return database.number("SELECT price_cents FROM gomall_product.sku WHERE id = ?", sku);
    }

    /** Changes one live setting of provider-order in Nacos, as ops would. */
    public synchronized void setting(String key, String value) {
        String url = "http://" + system.nacos() + "/nacos/v1/cs/configs";
        String document = "group=GOMALL&dataId=provider-order.properties";
        try {
            // Read once only: Nacos shows a change to readers a moment later, and the one before it would be lost.
            if (settings.isEmpty()) {
                settings.load(new StringReader(send(HttpRequest.newBuilder(URI.create(url + "?" + document)))));
            }
            settings.setProperty(key, value);
            StringWriter changed = new StringWriter();
            settings.store(changed, null);
            String published = send(HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(document + "&type=properties&content="
                            + URLEncoder.encode(changed.toString(), StandardCharsets.UTF_8))));
            assertThat(published).isEqualTo("true");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String send(HttpRequest.Builder request) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Repeats a request, as a good client does, while the system says "not now" or the answer is lost. */
    public Answer patiently(Supplier<Answer> request) {
        return patiently(request, Duration.ofSeconds(90));
    }

    /** The same with another patience. */
    public Answer patiently(Supplier<Answer> request, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            long wait = 300;
            try {
                Answer answer = request.get();
                String retryAfter = answer.header("Retry-After");
                wait = retryAfter == null ? 300 : Long.parseLong(retryAfter) * 1_000;
                boolean later = answer.status() >= 500 || answer.status() == 429;
                if (!later || Instant.now().isAfter(end)) {
                    return answer;
                }
            } catch (java.io.UncheckedIOException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
            // Not all at once again.
            pause(ThreadLocalRandom.current().nextLong(wait / 2, wait * 3 / 2));
        }
    }

    /** A new shopper, as {@link Shopper#register}, patiently: the test before may have left the system busy. */
    public Shopper shopper(long walletCents) {
        AtomicReference<Shopper> shopper = new AtomicReference<>();
        eventually(() -> shopper.set(Shopper.register(url(), walletCents)));
        return shopper.get();
    }

    /** Places an order for one SKU, patiently, and answers its id. */
    public String order(Shopper shopper, long sku, int quantity) {
        String key = Shopper.key();
        return patiently(() -> shopper.postWithKey("/api/orders", key, shopper.orderOf(sku, quantity)))
                .ok()
                .data()
                .path("orders")
                .get(0)
                .path("orderId")
                .asString();
    }

    /**
     * Places an order that a shortened pay timeout holds for. A setting is in force a moment after it was published; orders
     * that came before are cancelled.
     */
    public String orderThatExpires(Duration within, Shopper shopper, long sku) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            String placed = order(shopper, sku, 1);
                            Instant expires = Instant.parse(
                                    shopper.orderNow(placed).path("expiresAt").asString());
                            if (expires.isBefore(Instant.now().plus(within))) {
                                return placed;
                            }
                            shopper.post("/api/orders/" + placed + "/cancel").ok();
                            return null;
                        },
                        Objects::nonNull);
    }

    /** What an order is in the database: to be asked while the web may be busy. */
    public String statusOf(String orderId) {
        return database.rows("SELECT status FROM gomall_order.orders WHERE order_id = ?", Long.parseLong(orderId))
                .get(0)
                .get(0);
    }

    /** Pays an order from the wallet, patiently, and answers the payment's id. */
    public String pay(Shopper shopper, String orderId) {
        String key = Shopper.key();
        Map<String, Object> payment = Map.of("orderIds", List.of(orderId), "method", "WALLET");
        return patiently(() -> shopper.postWithKey("/api/payments", key, payment))
                .ok()
                .data()
                .path("paymentId")
                .asString();
    }

    /** Waits until something works again. */
    public void eventually(Runnable action) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(action::run);
    }

    public void stop(String part) {
        system.stop(part);
    }

    public void start(String part) {
        system.start(part);
        system.awaitReady(part, Duration.ofSeconds(90));
    }

    /** Waits until nothing is half-way any more: two minutes at the most, as the contract says. */
    public void awaitCalm() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(violations()).isEmpty());
    }

    /** Every law that is broken at this moment, in words. */
    public List<String> violations() {
        return Invariants.violations(database);
    }

    /** Fails with every law that is broken. Gives events on their way two seconds. */
    public void assertInvariants() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(violations()).isEmpty());
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitOrdering() {
        Instant end = Instant.now().plusSeconds(60);
        Shopper shopper = firstShopper(end);
        long sku = sku(NOVA_SHOP);
        String order = null;
        while (order == null) {
            Answer answer = shopper.postWithKey("/api/orders", Shopper.key(), shopper.orderOf(sku, 1));
            if (answer.code() == 0) {
                order = answer.data().path("orders").get(0).path("orderId").asString();
            } else if (Instant.now().isAfter(end)) {
                answer.ok();
            } else {
                pause(500);
            }
        }
        shopper.post("/api/orders/" + order + "/cancel").ok();
    }

    /** Right after the start, with every processor busy, hashing a password may take longer than anybody waits for it. */
    private Shopper firstShopper(Instant end) {
        while (true) {
            try {
                return Shopper.register(url(), 0);
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                pause(500);
            }
        }
    }

    /** Names of all applications. */
    public static List<String> applications() {
        return List.of(
                "consumer-web",
                "provider-user",
                "provider-product",
                "provider-stock",
                "provider-order",
                "provider-payment");
    }
}
