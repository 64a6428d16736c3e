package org.gomall.stock.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockLevel;
import org.gomall.api.stock.StockQueryService;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StockTest
class StockLevelsTest {

    @Autowired
    StockRows rows;

    @Autowired
    StockQueryService stock;

    @Test
    void a_batch_answers_known_skus_and_leaves_unknown_ones_out() {
        long some = rows.sku(3);
        long none = rows.sku(0);

        assertThat(stock.available(List.of(none, some, rows.number())))
                .containsExactlyInAnyOrder(new SkuAvailability(some, 3), new SkuAvailability(none, 0));
        assertThat(stock.available(List.of())).isEmpty();
    }

    @Test
    void a_batch_has_at_most_two_hundred_skus() {
        assertThatThrownBy(() ->
                        stock.available(LongStream.rangeClosed(1, 201).boxed().toList()))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(ErrorCode.VALIDATION));
    }

    @Test
    void a_batch_of_levels_leaves_unknown_skus_out() {
        long some = rows.sku(3);

        assertThat(stock.levels(List.of(rows.number(), some))).containsExactly(new StockLevel(some, 3, 3, 0, 0));
        assertThat(stock.levels(List.of())).isEmpty();
    }

    @Test
    void the_level_shows_all_figures_and_an_unknown_sku_is_not_found() {
        long sku = rows.sku(3);

        assertThat(stock.level(sku)).isEqualTo(new StockLevel(sku, 3, 3, 0, 0));
        assertThatThrownBy(() -> stock.level(rows.number()))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(ErrorCode.NOT_FOUND));
    }
}
