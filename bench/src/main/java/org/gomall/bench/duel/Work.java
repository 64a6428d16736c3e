package org.gomall.bench.duel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gomall.bench.load.Slice;

/** All slices of one side together, and what they have cost. */
public record Work(Slice slice, CpuMeter.Usage cpu) {

    Work plus(Work other) {
        return new Work(slice.plus(other.slice), cpu.plus(other.cpu));
    }

    /** Milliseconds of CPU for each thing done, by process, the dearest first; processes that did next to nothing are left out. */
    public Map<String, Double> millisEach() {
        Map<String, Double> each = new LinkedHashMap<>();
        if (slice.done() == 0) {
            return each;
        }
        cpu.seconds().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .filter(entry -> entry.getValue() >= 0.005 * slice.length().toNanos() / 1e9)
                .forEach(entry -> each.put(entry.getKey(), entry.getValue() * 1e3 / slice.done()));
        return each;
    }

    /** The same of all of them. */
    public double totalMillisEach() {
        double seconds =
                cpu.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
        return slice.done() == 0 ? 0 : seconds * 1e3 / slice.done();
    }

    /** How many processors others had meanwhile. */
    public double coresOfOthers() {
        return cpu.others() * 1e9 / Math.max(1, slice.length().toNanos());
    }

    /** Share of what was tried that failed. */
    public double failedShare() {
        long all = slice.done() + slice.failed();
        return all == 0 ? 1 : (double) slice.failed() / all;
    }
}
