package org.gomall.order.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.api.user.AddressView;
import org.gomall.platform.config.LiveDocument;
import org.gomall.platform.config.LiveSettings;
import org.gomall.platform.messaging.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests need to set up a purchase and to look at what became of it. */
public class Shop {

    /** Somebody of the shop. */
    public static final ActingUser MERCHANT = new ActingUser(1003, "192.0.2.3");

    /** Somebody of the mall. */
    public static final ActingUser ADMIN = new ActingUser(1005, "192.0.2.5");

    private static final AtomicLong NUMBERS = new AtomicLong(5_000);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public final FakeCatalogue catalogue;
    public final FakeAddresses addresses;
    public final FakeStock stock;
    private final JdbcClient jdbc;
    private final LiveDocument documents;
    private final LiveSettings settings;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, String> changed = new LinkedHashMap<>();

    Shop(
            JdbcClient jdbc,
            FakeCatalogue catalogue,
            FakeAddresses addresses,
            FakeStock stock,
            LiveDocument documents,
            LiveSettings settings,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.addresses = addresses;
        this.stock = stock;
        this.documents = documents;
        this.settings = settings;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A number that no other test uses. */
    public long number() {
        return NUMBERS.incrementAndGet();
    }

    /** A user who has one address with the user's own number. */
    public long user() {
        long userId = number();
        addresses.put(
                userId, new AddressView(userId, "Ann Lee", "13800138000", "浙江", "杭州", "西湖", "文三路 1", "310000", true));
        return userId;
    }

    /** A SKU on sale. */
    public long sku(long shopId, long priceCents, int pieces) {
        long skuId = number();
        Map<String, String> specs = new LinkedHashMap<>();
        specs.put("size", "XL");
        specs.put("colour", "black");
        catalogue.put(new SkuSnapshot(
                skuId, skuId * 10, shopId, "Mug " + skuId, "杯子", "/media/products/1/1.svg", specs, priceCents, true));
        pieces(skuId, pieces);
        return skuId;
    }

    /** Sets the stock of a SKU. */
    public void pieces(long skuId, int pieces) {
        transaction.executeWithoutResult(status -> new FakeStockTables(jdbc).put(skuId, pieces));
    }

    /** available/reserved/sold of a SKU. */
    public String stockOf(long skuId) {
        Map<String, Object> row = new FakeStockTables(jdbc).row(skuId);
        return row.get("available") + "/" + row.get("reserved") + "/" + row.get("sold");
    }

    /** A wish to buy one SKU. */
    public PlaceOrderCommand buy(long userId, long skuId, int quantity) {
        return buy(userId, "key-" + number(), List.of(new PurchaseLine(skuId, quantity)));
    }

    /** A wish to buy. */
    public PlaceOrderCommand buy(long userId, String key, List<PurchaseLine> lines) {
        return new PlaceOrderCommand(userId, key, lines, false, userId, null, null);
    }

    /** A wish to buy the cart. */
    public PlaceOrderCommand buyCart(long userId) {
        return new PlaceOrderCommand(userId, "key-" + number(), null, true, userId, null, null);
    }

    /** Rows that a user has in all tables of placing. */
    public long rowsOf(long userId) {
        return count("SELECT COUNT(*) FROM order_set WHERE user_id = " + userId)
                + count("SELECT COUNT(*) FROM orders WHERE user_id = " + userId)
                + count("SELECT COUNT(*) FROM order_item i JOIN orders o ON o.order_id = i.order_id WHERE o.user_id = "
                        + userId);
    }

    public long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    public void sql(String sql) {
        jdbc.sql(sql).update();
    }

    public String status(long orderId) {
        return jdbc.sql("SELECT status FROM orders WHERE order_id = ?")
                .param(orderId)
                .query(String.class)
                .optional()
                .orElse("NONE");
    }

    /** The indexes the database can choose from (which one it takes depends on how many rows there are). */
    public String possibleKeysOf(String query) {
        return String.valueOf(jdbc.sql("EXPLAIN " + query).query().singleRow().get("possible_keys"));
    }

    /** Changes settings in Nacos and waits until this process has them. */
    public void set(String key, String value) {
        changed.put(key, value);
        documents.publish(
                "GOMALL",
                "provider-order.properties",
                changed.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        await(() -> settings.text(key, "").equals(value));
    }

    /** Sends an event as another service would. */
    public void publish(String topic, Object event) {
        transaction.executeWithoutResult(status -> outbox.publish(topic, event));
    }

    public void await(BooleanSupplier condition) {
        await(PATIENCE, condition);
    }

    public void await(Duration patience, BooleanSupplier condition) {
        Instant deadline = clock.instant().plus(patience);
        while (!condition.getAsBoolean()) {
            assertThat(clock.instant()).as("waited long enough").isBefore(deadline);
            pause(50);
        }
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs all at the same moment; exceptions are results. */
    public static List<Object> together(List<? extends Callable<?>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Object>> futures = new ArrayList<>();
            for (Callable<?> call : calls) {
                futures.add(threads.submit(() -> {
                    start.await();
                    try {
                        return call.call();
                    } catch (Exception e) {
                        return e;
                    }
                }));
            }
            start.countDown();
            List<Object> results = new ArrayList<>();
            for (Future<Object> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    /** The call is refused with this code. */
    public static BusinessException refused(ErrorCode code, Callable<?> call) {
        BusinessException refusal = Assertions.catchThrowableOfType(BusinessException.class, call::call);
        assertThat(refusal).as("refusal with " + code).isNotNull();
        assertThat(refusal.error()).as(String.valueOf(refusal.getMessage())).isEqualTo(code);
        return refusal;
    }
}
