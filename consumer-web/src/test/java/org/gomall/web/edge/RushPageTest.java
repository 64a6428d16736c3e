package org.gomall.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.reset;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.OrderService;
import org.gomall.api.product.CatalogueService;
import org.gomall.slice.Browser;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a shopper sees while all places are taken. */
@SliceTest
class RushPageTest {

    private static final int PLACES = Rush.A_PROCESSOR * Runtime.getRuntime().availableProcessors();

    private static final long ORDER = 880_001;

    private final ExecutorService shoppers = Executors.newCachedThreadPool();
    private final CountDownLatch work = new CountDownLatch(1);

    @LocalServerPort
    private int port;

    @Autowired
    private CatalogueService catalogue;

    @Autowired
    private OrderService orders;

    @AfterEach
    void end() {
        work.countDown();
        shoppers.shutdown();
        reset(catalogue, orders);
    }

    @Test
    void who_gets_no_place_is_told_so_by_a_page_that_costs_little() {
        takeAllPlaces();

        Browser.Answer busy = Browser.at(port).get("/products/1");

        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.header("Retry-After")).isEqualTo("1");
        assertThat(busy.body())
                .contains("<h1>Too many requests</h1>", "Please try again in 1 s.", ">Try again</a>")
                .doesNotContain("role=\"search\"");
        assertThat(Browser.at(port).loggedIn("ops").get("/api/ops/services").status())
                .isEqualTo(200);
    }

    @Test
    void what_is_ready_for_a_guest_needs_no_place() {
        reset(catalogue);
        doReturn(List.of()).when(catalogue).categories();
        assertThat(Browser.at(port).get("/api/categories").status()).isEqualTo(200);
        takeAllPlaces();

        assertThat(Browser.at(port).get("/api/categories").status()).isEqualTo(200);
        // Whoever says to be somebody has to be looked up.
        assertThat(Browser.at(port)
                        .header("Authorization", "Bearer somebody")
                        .get("/api/categories")
                        .status())
                .isEqualTo(429);
        // With other words in its address it is another answer, that is not ready.
        assertThat(Browser.at(port).get("/api/categories?again=1").status()).isEqualTo(429);
    }

    /** With reads of orders, of which there are no copies: whoever asks for one waits as long as it takes. */
    private void takeAllPlaces() {
        Browser alice = Browser.at(port).loggedIn("alice");
        AtomicInteger asked = new AtomicInteger();
        doAnswer(call -> {
                    asked.incrementAndGet();
                    work.await();
                    throw new BusinessException(ErrorCode.NOT_FOUND);
                })
                .when(orders)
                .get(anyLong(), anyLong());
        for (int i = 0; i < PLACES; i++) {
            shoppers.submit(() -> alice.get("/api/orders/" + ORDER));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() == PLACES);
    }
}
