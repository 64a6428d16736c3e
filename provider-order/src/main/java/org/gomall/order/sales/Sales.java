package org.gomall.order.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.order.SalesDay;
import org.gomall.api.order.SalesQuery;
import org.gomall.api.order.SalesService;
import org.gomall.order.sales.SalesMapper.DaySum;

/** The Dubbo face of what was sold. */
@DubboService
class Sales implements SalesService {

    private static final DaySum NOTHING = new DaySum(0, 0, 0, 0);

    private final SalesMapper sales;

    Sales(SalesMapper sales) {
        this.sales = sales;
    }

    @Override
    public List<SalesDay> sales(SalesQuery query) {
        List<LocalDate> days = query.from().datesUntil(query.until()).toList();
        ZoneId zone = ZoneId.of(query.zone());
        Instant from = midnight(query.from(), zone);
        Instant until = midnight(query.until(), zone);
        List<Long> ends = days.stream()
                .map(day -> midnight(day.plusDays(1), zone).getEpochSecond() - from.getEpochSecond())
                .toList();
        Map<Integer, DaySum> paid = byDay(sales.paid(query.shopId(), from, until, ends));
        Map<Integer, DaySum> refunded = byDay(sales.refunded(query.shopId(), from, until, ends));
        List<SalesDay> figures = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            DaySum in = paid.getOrDefault(i, NOTHING);
            DaySum back = refunded.getOrDefault(i, NOTHING);
            figures.add(new SalesDay(days.get(i), in.orders(), in.pieces(), in.cents(), back.cents()));
        }
        return figures;
    }

    /** Where the clocks change at midnight the day begins a little later. */
    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Map<Integer, DaySum> byDay(List<DaySum> sums) {
        return sums.stream().collect(Collectors.toMap(DaySum::dayNo, Function.identity()));
    }
}
