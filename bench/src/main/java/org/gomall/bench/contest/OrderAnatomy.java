package org.gomall.bench.contest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.gomall.bench.duel.CpuMeter;
import org.gomall.bench.load.Slice;
import org.gomall.bench.mall.BenchMall;
import org.gomall.bench.mall.Database;
import org.gomall.bench.mall.Retry;
import org.gomall.bench.report.Anatomy;

/**
 * Where an order's time goes: orders one after the other, and what every counter says about them. What goes on all the time is
 * measured before and taken off.
 */
final class OrderAnatomy implements Contest {

    private static final Duration IDLE = Duration.ofSeconds(5);

    /** Events reach their handlers within it. */
    private static final Duration AFTERMATH = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "anatomy";
    }

    /** Everything that is counted, at one moment. */
    private record Moment(Counts statements, Counts calls, Counts branches, CpuMeter.Reading cpu) {}

    @Override
    public void run(Hall hall) {
        BenchMall mall = hall.mall();
        mall.orders(name());
        mall.clients().closed(name(), 1, hall.effort().window());
        Retry.pause(AFTERMATH);
        Meters meters = new Meters(mall.system());
        Moment first = moment(hall, meters);
        Retry.pause(IDLE);
        Moment before = moment(hall, meters);
        int orders = 0;
        Histogram latencies = null;
        while (orders < hall.effort().orders()) {
            Slice slice = mall.clients().closed(name(), 1, hall.effort().window());
            if (slice.done() == 0) {
                throw new IllegalStateException("no order went well: " + slice.failure());
            }
            // The last one of a slice is answered after its end: it counts here, but its latency is not known.
            orders += (int) slice.done() + 1;
            if (latencies == null) {
                latencies = slice.latencies();
            } else {
                latencies.add(slice.latencies());
            }
        }
        Retry.pause(AFTERMATH);
        Moment after = moment(hall, meters);
        hall.add(new Anatomy(
                orders,
                latencies.getValueAtPercentile(50) / 1e6,
                each(first.statements, before.statements, after.statements, orders),
                each(first.calls, before.calls, after.calls, orders),
                coordinator(each(first.branches, before.branches, after.branches, orders)),
                cpu(after.cpu.since(before.cpu), orders)));
    }

    private static Moment moment(Hall hall, Meters meters) {
        Database database = hall.mall().database();
        Map<String, Double> statements = new LinkedHashMap<>();
        database.statements().forEach((kind, count) -> statements.put(kind, count.doubleValue()));
        Map<String, Double> branches = new LinkedHashMap<>();
        for (String schema : new String[] {"gomall_order", "gomall_stock"}) {
            branches.put(schema, (double) database.number("SELECT COUNT(*) FROM " + schema + ".tcc_fence_log"));
        }
        long now = System.nanoTime();
        return new Moment(
                new Counts(statements, now),
                new Counts(meters.calls(), now),
                new Counts(branches, now),
                hall.meter().read());
    }

    private static Map<String, Double> each(Counts first, Counts before, Counts after, int orders) {
        return after.each(before, before.perSecond(first), orders);
    }

    /** A branch is announced to the coordinator once and told the end once; the transaction begins once and ends once. */
    private static Map<String, Double> coordinator(Map<String, Double> branches) {
        Map<String, Double> messages = new LinkedHashMap<>();
        double all = branches.values().stream().mapToDouble(Double::doubleValue).sum();
        messages.put("begin, waited for", 1.0);
        messages.put("branches registered, waited for", all);
        messages.put("commit, waited for", 1.0);
        messages.put("second phases, one message each", all);
        return messages;
    }

    private static Map<String, Double> cpu(CpuMeter.Usage used, int orders) {
        Map<String, Double> millis = new LinkedHashMap<>();
        used.seconds().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .filter(entry -> entry.getValue() >= 0.01)
                .forEach(entry -> millis.put(entry.getKey(), entry.getValue() * 1e3 / orders));
        return millis;
    }
}
