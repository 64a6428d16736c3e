package org.gomall.bench.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides when something has been running long enough to be measured: when its last windows agree, or, where others disturb it too much
 * for that, when it gets no faster any more.
 */
public final class WarmUp {

    /** So many windows are looked at together, beside as many before them. */
    private static final int STRETCH = 6;

    private static final double NO_FASTER = 1.03;

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

    /** Whether it is warm. A window in which nothing went well agrees with none. */
    public boolean isDone() {
        return agrees() || isNoFaster();
    }

    private boolean agrees() {
        if (seen.size() < windows) {
            return false;
        }
        Spread spread = last(windows, 0);
        return spread.lowest() > 0 && spread.width() <= tolerance;
    }

    private boolean isNoFaster() {
        if (seen.size() < 2 * STRETCH) {
            return false;
        }
        double now = last(STRETCH, 0).median();
        return now > 0 && now <= NO_FASTER * last(STRETCH, STRETCH).median();
    }

    private Spread last(int count, int before) {
        int end = seen.size() - before;
        return Spread.of(seen.subList(end - count, end));
    }
}
