package org.gomall.order.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.order.SalesDay;
import org.gomall.api.order.SalesQuery;
import org.gomall.api.order.SalesService;

/** The Dubbo face of what was sold. */
@DubboService
class Sales implements SalesService {

    private static final long ALL_SHOPS = 0;

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
        Instant closed = closed(from, until, ends);
        SalesDay[] figures =
                days.stream().map(day -> new SalesDay(day, 0, 0, 0, 0)).toArray(SalesDay[]::new);
        sales.closed(query.shopId() == null ? ALL_SHOPS : query.shopId(), from, closed, ends)
                .forEach(
                        sum -> add(figures, sum.dayNo(), sum.orders(), sum.pieces(), sum.cents(), sum.refundedCents()));
        sales.paid(query.shopId(), from, closed, until, ends)
                .forEach(sum -> add(figures, sum.dayNo(), sum.orders(), sum.pieces(), sum.cents(), 0));
        sales.refunded(query.shopId(), from, closed, until, ends)
                .forEach(sum -> add(figures, sum.dayNo(), 0, 0, 0, sum.cents()));
        return List.of(figures);
    }

    /** From here on the orders are asked themselves. Figures are of no use where a day begins in the midst of one. */
    private Instant closed(Instant from, Instant until, List<Long> ends) {
        long quarter = SalesClosing.QUARTER.toSeconds();
        Instant closed = sales.closedUntil();
        if (closed.isBefore(from)
                || from.getEpochSecond() % quarter != 0
                || ends.stream().anyMatch(end -> end % quarter != 0)) {
            return from;
        }
        return closed.isBefore(until) ? closed : until;
    }

    private static void add(SalesDay[] figures, int dayNo, long orders, long pieces, long cents, long refundedCents) {
        SalesDay day = figures[dayNo];
        figures[dayNo] = new SalesDay(
                day.day(),
                day.orders() + orders,
                day.pieces() + pieces,
                day.paidCents() + cents,
                day.refundedCents() + refundedCents);
    }

    /** Where the clocks change at midnight the day begins a little later. */
    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
