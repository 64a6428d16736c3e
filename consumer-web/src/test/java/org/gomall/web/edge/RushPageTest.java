package org.gomall.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.reset;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
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

    private static final int PLACES =
            RushFilter.A_PROCESSOR * Runtime.getRuntime().availableProcessors();

    private final ExecutorService shoppers = Executors.newCachedThreadPool();
    private final CountDownLatch work = new CountDownLatch(1);

    @LocalServerPort
    private int port;

    @Autowired
    private CatalogueService catalogue;

    @AfterEach
    void end() {
        work.countDown();
        shoppers.shutdown();
        reset(catalogue);
    }

    @Test
    void who_gets_no_place_is_told_so_by_a_page_that_costs_little() {
        AtomicInteger asked = new AtomicInteger();
        reset(catalogue);
        doAnswer(call -> {
                    asked.incrementAndGet();
                    work.await();
                    throw new BusinessException(ErrorCode.NOT_FOUND);
                })
                .when(catalogue)
                .product(anyLong());
        for (int i = 0; i < PLACES; i++) {
            long product = 880_000 + i;
            shoppers.submit(() -> Browser.at(port).get("/api/products/" + product));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() == PLACES);

        Browser.Answer busy = Browser.at(port).get("/products/1");

        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.header("Retry-After")).isEqualTo("1");
        assertThat(busy.body())
                .contains("<h1>Too many requests</h1>", "Please try again in 1 s.", ">Try again</a>")
                .doesNotContain("role=\"search\"");
        assertThat(Browser.at(port).loggedIn("ops").get("/api/ops/services").status())
                .isEqualTo(200);
    }
}
