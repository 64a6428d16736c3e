package org.gomall.order.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.localstack.TestStack;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of orders while Seata's transaction coordinator is dead or frozen. */
@OrderTest
class CoordinatorTest {

    private static final String COORDINATOR = "seata";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Autowired
    OrderService orders;

    @Autowired
    Shop shop;

    private final TestStack stack = TestStack.shared();

    @BeforeEach
    void everythingIsWarm() {
        worksAgain();
    }

    @AfterEach
    void theCoordinatorIsBack() {
        shop.stock.reset();
        stack.start(COORDINATOR);
        stack.awaitReady(COORDINATOR, Duration.ofSeconds(60));
        worksAgain();
    }

    @Test
    void without_it_nothing_is_ordered_or_cancelled_and_the_answer_is_quick() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        long orderId =
                orders.place(shop.buy(user, sku, 1)).value().orders().get(0).orderId();
        long rows = shop.rowsOf(user);
        stack.killAndLeave(COORDINATOR);

        quickly(() -> Shop.refused(ErrorCode.UNAVAILABLE, () -> orders.place(shop.buy(user, sku, 1))));
        quickly(() -> Shop.refused(ErrorCode.UNAVAILABLE, () -> orders.cancel(user, orderId)));

        assertThat(shop.rowsOf(user)).isEqualTo(rows);
        assertThat(shop.stockOf(sku)).isEqualTo("8/1/0");
        assertThat(orders.get(user, orderId).status()).isEqualTo(OrderStatus.CREATED);
    }

    @Test
    void while_it_is_frozen_the_answer_is_quick_too() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        stack.pause(COORDINATOR);
        try {
            quickly(() -> Shop.refused(ErrorCode.UNAVAILABLE, () -> orders.place(shop.buy(user, sku, 1))));
        } finally {
            stack.resume(COORDINATOR);
        }
        assertThat(shop.rowsOf(user)).isZero();
        assertThat(shop.stockOf(sku)).isEqualTo("9/0/0");
    }

    @Test
    void when_it_dies_before_the_commit_the_outcome_is_unknown_until_it_is_back_and_then_nothing_is_left() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        PlaceOrderCommand command = shop.buy(user, sku, 2);
        long[] killed = new long[1];
        shop.stock.whileReserving(() -> {
            stack.killAndLeave(COORDINATOR);
            killed[0] = System.nanoTime();
        });

        Shop.refused(ErrorCode.TIMEOUT, () -> orders.place(command));
        assertThat(Duration.ofNanos(System.nanoTime() - killed[0])).isLessThan(PATIENCE);
        shop.stock.reset();
        assertThat(shop.stockOf(sku)).isEqualTo("7/2/0");
        quickly(() -> Shop.refused(ErrorCode.TIMEOUT, () -> orders.place(command)));

        stack.start(COORDINATOR);
        stack.awaitReady(COORDINATOR, Duration.ofSeconds(60));
        // Other orders make this process connect again at once; an idle one does so within ten seconds.
        worksAgain();
        shop.await(Duration.ofSeconds(60), () -> shop.rowsOf(user) == 0);
        shop.await(() -> shop.stockOf(sku).equals("9/0/0"));
        shop.await(() -> shop.count("SELECT COUNT(*) FROM tcc_fence_log WHERE status = 1") == 0);
        assertThat(orders.place(command).replayed()).isFalse();
        assertThat(shop.stockOf(sku)).isEqualTo("7/2/0");
    }

    private void worksAgain() {
        long sku = shop.sku(1, 500, 1000);
        shop.await(Duration.ofSeconds(60), () -> {
            try {
                orders.place(shop.buy(shop.user(), sku, 1));
                return true;
            } catch (BusinessException away) {
                return false;
            }
        });
    }

    private static void quickly(Runnable call) {
        long start = System.nanoTime();
        call.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }
}
