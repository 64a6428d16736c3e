package org.gomall.product.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderPaid;
import org.gomall.api.stock.SkuStockChanged;
import org.gomall.platform.messaging.Outbox;
import org.gomall.platform.test.ProviderTest;
import org.gomall.product.StockAnswers;
import org.gomall.product.TestRows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures that follow events: sent through the real broker, from an outbox to our inbox. */
@ProviderTest
class FiguresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private StockAnswers stock;

    @Autowired
    private TestRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_paid_order_adds_to_the_sales_of_its_products() {
        long cup = rows.product().sales(10).save();
        long lamp = rows.product().save();
        publish(
                Topics.ORDER,
                new OrderPaid(
                        rows.newId(),
                        rows.newId(),
                        List.of(
                                new OrderPaid.SoldLine(cup, cup * 10 + 1, 2),
                                new OrderPaid.SoldLine(lamp, lamp * 10 + 1, 1),
                                new OrderPaid.SoldLine(cup, cup * 10 + 2, 3),
                                new OrderPaid.SoldLine(404, 4041, 1))));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(sales(cup)).isEqualTo(15);
            assertThat(sales(lamp)).isEqualTo(1);
        });
    }

    @Test
    void a_duplicated_message_counts_once() {
        long cup = rows.product().save();
        long eventId = rows.newId();
        String body = "{\"orderId\":1,\"paymentId\":2,\"lines\":[{\"productId\":%d,\"skuId\":3,\"quantity\":4}]}"
                .formatted(cup);
        sendAs(eventId, body);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sales(cup)).isEqualTo(4));

        sendAs(eventId, body);
        sendAs(rows.newId(), body.replace("\"quantity\":4", "\"quantity\":100"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sales(cup)).isEqualTo(104));
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).untilAsserted(() -> assertThat(sales(cup))
                .isEqualTo(104));
    }

    @Test
    void a_product_is_in_stock_while_one_of_its_active_skus_is() {
        long product = rows.product().save();
        long small = rows.sku(product, "{\"Size\":\"S\"}", 100, true);
        long large = rows.sku(product, "{\"Size\":\"L\"}", 100, true);
        rows.sku(product, "{\"Size\":\"XL\"}", 100, false);
        stock.set(small, 0);
        stock.set(large, 1);
        publish(Topics.STOCK, new SkuStockChanged(small, false));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(skuInStock(small)).isFalse());
        assertThat(inStock(product)).isTrue();

        stock.set(large, 0);
        publish(Topics.STOCK, new SkuStockChanged(large, false));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inStock(product)).isFalse());

        stock.set(small, 9);
        publish(Topics.STOCK, new SkuStockChanged(small, true));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inStock(product)).isTrue());
        assertThat(skuInStock(large)).isFalse();
    }

    @Test
    void an_event_that_comes_late_does_not_bring_an_old_flag_back() {
        long product = rows.product().soldOut().save();
        long sku = rows.sku(product, "{}", 100, true);
        stock.set(sku, 5);
        publish(Topics.STOCK, new SkuStockChanged(sku, false));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inStock(product)).isTrue());
        assertThat(skuInStock(sku)).isTrue();
    }

    @Test
    void an_event_waits_for_provider_stock() {
        long product = rows.product().save();
        long sku = rows.sku(product, "{}", 100, true);
        stock.set(sku, 0);
        stock.away(true);
        try {
            publish(Topics.STOCK, new SkuStockChanged(sku, false));
            await().during(Duration.ofSeconds(1)).atMost(PATIENCE).untilAsserted(() -> assertThat(inStock(product))
                    .isTrue());
        } finally {
            stock.away(false);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inStock(product)).isFalse());
    }

    private void publish(String topic, Object event) {
        transaction.executeWithoutResult(status -> outbox.publish(topic, event));
    }

    /** Sends an event under a number of our choice, as an outbox does that did not hear the broker's answer. */
    private void sendAs(long eventId, String body) {
        jdbc.sql("""
                        INSERT INTO outbox (id, topic, tag, body, trace_id, created_at, send_at)
                        VALUES (?, ?, ?, ?, '', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))""")
                .params(eventId, Topics.ORDER, OrderPaid.class.getSimpleName(), body)
                .update();
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM outbox WHERE id = ?")
                                .param(eventId)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private long sales(long productId) {
        return rows.productColumn(productId, "sales", Long.class);
    }

    private boolean inStock(long productId) {
        return rows.productColumn(productId, "in_stock", Boolean.class);
    }

    private boolean skuInStock(long skuId) {
        return jdbc.sql("SELECT in_stock FROM sku WHERE id = ?")
                .param(skuId)
                .query(Boolean.class)
                .single();
    }
}
