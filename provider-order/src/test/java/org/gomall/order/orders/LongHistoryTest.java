package org.gomall.order.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.gomall.api.common.Page;
import org.gomall.api.order.AdminOrderQuery;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.AdminOrderView;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of somebody who has more orders than are counted. */
@OrderTest
class LongHistoryTest {

    private static final int ORDERS = 10_500;
    private static final int COUNTED = 10_000;
    private static final long FIRST = 900_000_000;

    @Autowired
    OrderService orders;

    @Autowired
    MerchantOrderService merchant;

    @Autowired
    AdminOrderService admin;

    @Autowired
    Shop shop;

    private long user;
    private long shopId;

    @BeforeEach
    void buys_for_years() {
        user = shop.user();
        shopId = shop.number();
        shop.sql("""
                INSERT INTO orders (order_id, order_set_id, user_id, shop_id, status, items_cents, shipping_cents, discount_cents,
                                    total_cents, receiver, phone, province, city, street, payment_id, created_at)
                WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 499),
                     k (j) AS (SELECT 0 UNION ALL SELECT j + 1 FROM k WHERE j < 20)
                SELECT %1$d + k.j * 500 + n.i, %1$d + k.j * 500 + n.i, %2$d, %3$d, 'COMPLETED', 100, 0, 0,
                       100, 'A', '1', 'P', 'C', 'S', 1, '2024-05-05'
                FROM n CROSS JOIN k""".formatted(FIRST, user, shopId));
    }

    @AfterEach
    void forgets_it() {
        shop.sql("DELETE FROM orders WHERE order_id BETWEEN " + FIRST + " AND " + (FIRST + ORDERS - 1));
    }

    @Test
    void is_counted_no_further_than_lists_are_counted() {
        assertThat(orders.list(new OrderQuery(user, null, 1, 20)).total()).isEqualTo(COUNTED);
        assertThat(orders.list(new OrderQuery(user, OrderStatus.COMPLETED, 1, 20))
                        .total())
                .isEqualTo(COUNTED);
        assertThat(merchant.list(new OrderQuery(shopId, null, 1, 20)).total()).isEqualTo(COUNTED);
        assertThat(ofAdmin(1).total()).isEqualTo(COUNTED);
    }

    @Test
    void is_shown_to_its_end_all_the_same() {
        Page<OrderView> last = orders.list(new OrderQuery(user, null, ORDERS / 100, 100));

        assertThat(last.items())
                .hasSize(100)
                .last()
                .extracting(OrderView::orderId)
                .isEqualTo(FIRST);
        assertThat(last.total()).isEqualTo(ORDERS);
        assertThat(ofAdmin(ORDERS / 100).items()).hasSize(100);
    }

    private Page<AdminOrderView> ofAdmin(int page) {
        return admin.list(new AdminOrderQuery(null, null, user, null, null, null, page, 100));
    }
}
