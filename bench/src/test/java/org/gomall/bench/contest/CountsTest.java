package org.gomall.bench.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void what_goes_on_all_the_time_is_taken_off() {
        Counts first = new Counts(Map.of("select", 100.0), 0);
        Counts before = new Counts(Map.of("select", 150.0, "insert", 5.0), 5 * SECOND);
        Counts after = new Counts(Map.of("select", 450.0, "insert", 25.0, "delete", 1.0), 15 * SECOND);

        Map<String, Double> each = after.each(before, Map.of("select", 10.0), 20);

        assertThat(before.perSecond(first)).containsEntry("select", 10.0);
        assertThat(each).containsOnly(Map.entry("select", 10.0), Map.entry("insert", 1.0));
    }

    @Test
    void calls_are_read_from_the_meters_by_method() {
        String meters = """
                # TYPE gomall_sentinel_calls_seconds summary
                gomall_sentinel_calls_seconds_count{application="provider-order",resource="org.gomall.api.stock.StockReservationService:reserve(org.gomall.api.stock.ReserveCommand)"} 42
                gomall_sentinel_calls_seconds_sum{application="provider-order",resource="org.gomall.api.stock.StockReservationService:reserve(org.gomall.api.stock.ReserveCommand)"} 1.5
                gomall_sentinel_calls_seconds_count{application="provider-order",resource="org.gomall.api.stock.StockReservationService"} 42
                gomall_sentinel_calls_seconds_count{application="provider-order",resource="org.gomall.api.product.CatalogueService:skus(java.util.Collection)"} 1.2E3
                gomall_sentinel_calls_seconds_count{application="consumer-web",resource="POST:/api/orders"} 42
                """;

        assertThat(Meters.calls(meters))
                .containsOnly(
                        Map.entry("StockReservationService:reserve", 42.0),
                        Map.entry("CatalogueService:skus", 1_200.0));
    }
}
