package org.gomall.web.figures;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.gomall.api.order.SalesDay;

/**
 * The sales of some days and what they add up to.
 *
 * @param days at least one, in order
 */
public record SalesOverview(List<SalesDay> days) {

    /** The last day. */
    public SalesDay today() {
        return days.get(days.size() - 1);
    }

    /** The day on which most money came in. */
    public SalesDay best() {
        return days.stream().max(Comparator.comparingLong(SalesDay::paidCents)).orElseThrow();
    }

    /** Orders of all days. */
    public long orders() {
        return sum(SalesDay::orders);
    }

    /** What came in, in fen. */
    public long paidCents() {
        return sum(SalesDay::paidCents);
    }

    /** What went back, in fen. */
    public long refundedCents() {
        return sum(SalesDay::refundedCents);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return orders() == 0 && refundedCents() == 0;
    }

    private long sum(ToLongFunction<SalesDay> figure) {
        return days.stream().mapToLong(figure).sum();
    }
}
