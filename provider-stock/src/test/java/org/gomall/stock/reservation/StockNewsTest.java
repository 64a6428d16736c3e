package org.gomall.stock.reservation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.gomall.stock.HeardNews;
import org.gomall.stock.StockCaller;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StockTest
class StockNewsTest {

    @Autowired
    StockRows rows;

    @Autowired
    StockCaller caller;

    @Autowired
    HeardNews news;

    @Test
    void the_world_hears_when_a_sku_sells_out_and_comes_back_and_nothing_in_between() throws Exception {
        long sku = rows.sku(3);
        long first = rows.number();
        long last = rows.number();

        caller.reserve(first, sku, 2);
        caller.reserve(last, sku, 1);
        await().atMost(30, SECONDS).until(() -> !news.about(sku).isEmpty());
        assertThat(news.about(sku)).containsExactly(false);

        caller.release(first);
        caller.release(last);
        await().atMost(30, SECONDS).until(() -> news.about(sku).size() > 1);
        Thread.sleep(500);
        assertThat(news.about(sku)).containsExactly(false, true);
    }
}
