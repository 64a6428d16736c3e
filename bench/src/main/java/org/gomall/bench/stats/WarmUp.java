package org.gomall.bench.stats;

import java.util.ArrayList;
import java.util.List;

/** Decides when something has been running long enough to be measured: when its last windows agree. */
public final class WarmUp {

    private final int windows;
    private final double tolerance;
    private final List<Double> seen = new ArrayList<>();

    /**
     * @param windows how many have to agree
     * @param tolerance how far the highest and the lowest of them may be from each other, as a share of their median
     */
    public WarmUp(int windows, double tolerance) {
        this.windows = windows;
        this.tolerance = tolerance;
    }

    /** One more window. */
    public void add(double perSecond) {
        seen.add(perSecond);
    }

    /** Whether the last windows agree. One in which nothing went well agrees with none. */
    public boolean isDone() {
        if (seen.size() < windows) {
            return false;
        }
        List<Double> last = seen.subList(seen.size() - windows, seen.size());
        Spread spread = Spread.of(last);
        return spread.lowest() > 0 && spread.width() <= tolerance;
    }
}
