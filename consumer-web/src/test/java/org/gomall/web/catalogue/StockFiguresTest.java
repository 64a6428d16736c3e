package org.gomall.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockLevel;
import org.gomall.api.stock.StockQueryService;
import org.junit.jupiter.api.Test;

class StockFiguresTest {

    private final Map<Long, Integer> shelf = new ConcurrentHashMap<>();
    private final List<Collection<Long>> calls = new ArrayList<>();
    private final SetClock clock = new SetClock();
    private boolean away;

    /** Product n has the SKUs 10 n and 10 n + 1. */
    private final StockFigures figures = new StockFigures(new Shelf(), id -> List.of(10 * id, 10 * id + 1), clock);

    @Test
    void asks_once_for_all_that_were_looked_at_lately() {
        LongStream.rangeClosed(1, 20).forEach(figures::of);
        assertThat(calls).hasSize(20);
        calls.clear();
        shelf.put(50L, 7);
        clock.advance(Duration.ofSeconds(2));

        LongStream.rangeClosed(1, 20).forEach(figures::of);

        assertThat(calls).hasSize(1);
        assertThat(calls.get(0)).hasSize(40).doesNotHaveDuplicates();
        assertThat(figures.of(5)).containsEntry(50L, 7).containsEntry(51L, 0);
    }

    @Test
    void asks_for_no_more_than_a_call_takes() {
        LongStream.rangeClosed(1, 150).forEach(figures::of);
        calls.clear();
        clock.advance(Duration.ofSeconds(2));

        LongStream.rangeClosed(1, 150).forEach(figures::of);

        assertThat(calls).hasSize(2).allSatisfy(call -> assertThat(call).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void leaves_out_what_nobody_looks_at_any_more() {
        figures.of(1);
        figures.of(2);
        clock.advance(Duration.ofSeconds(5));
        figures.of(2);
        assertThat(calls.get(2)).containsExactly(20L, 21L);
    }

    @Test
    void asks_anew_for_what_its_user_has_just_changed() {
        figures.of(1);
        shelf.put(10L, 3);
        figures.forget(1);
        assertThat(figures.of(1)).containsEntry(10L, 3);
    }

    @Test
    void tells_nothing_rather_than_figures_of_long_ago() {
        figures.of(1);
        away = true;
        clock.advance(Duration.ofSeconds(3));
        assertThat(figures.of(1)).as("seconds ago").containsEntry(10L, 0);
        clock.advance(Duration.ofSeconds(15));
        assertThatThrownBy(() -> figures.of(1)).isInstanceOf(BusinessException.class);
    }

    private final class Shelf implements StockQueryService {

        @Override
        public List<SkuAvailability> available(Collection<Long> skuIds) {
            calls.add(List.copyOf(skuIds));
            if (away) {
                throw new BusinessException(ErrorCode.UNAVAILABLE);
            }
            return skuIds.stream()
                    .filter(shelf::containsKey)
                    .map(skuId -> new SkuAvailability(skuId, shelf.get(skuId)))
                    .toList();
        }

        @Override
        public StockLevel level(long skuId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StockLevel> levels(Collection<Long> skuIds) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T00:00:00Z");

        private void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
