package org.gomall.bench.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides when something has been running long enough to be measured: when its last windows are no faster than those before them. That
 * windows agree says less: a compiler that is still at work makes each a little faster, and on a shared machine they never agree.
 */
public final class WarmUp {

    private final int windows;
    private final double tolerance;
    private final List<Double> seen = new ArrayList<>();

    /**
     * @param windows how many are looked at together, beside as many before them
     * @param tolerance by which share they may be faster
     */
    public WarmUp(int windows, double tolerance) {
        this.windows = windows;
        this.tolerance = tolerance;
    }

    /** One more window. */
    public void add(double perSecond) {
        seen.add(perSecond);
    }

    /** Whether it is warm. Nothing that gets nothing done is. */
    public boolean isDone() {
        if (seen.size() < 2 * windows) {
            return false;
        }
        double now = median(0);
        return now > 0 && now <= (1 + tolerance) * median(windows);
    }

    private double median(int before) {
        int end = seen.size() - before;
        return Spread.of(seen.subList(end - windows, end)).median();
    }
}
