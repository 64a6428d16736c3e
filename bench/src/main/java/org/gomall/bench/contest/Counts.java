package org.gomall.bench.contest;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counters at one moment. */
record Counts(Map<String, Double> values, long nanos) {

    /**
     * How often each counter went up for one of so many things, without what goes on all the time.
     *
     * @param before when they began
     * @param idle changes a second while nothing happened
     */
    Map<String, Double> each(Counts before, Map<String, Double> idle, int things) {
        double seconds = (nanos - before.nanos) / 1e9;
        Map<String, Double> each = new LinkedHashMap<>();
        values.forEach((name, now) -> {
            double changed = now - before.values.getOrDefault(name, 0.0) - idle.getOrDefault(name, 0.0) * seconds;
            double once = changed / things;
            // What is seen once in ten is chance: a job that runs now and then.
            if (once >= 0.1) {
                each.put(name, once);
            }
        });
        return each;
    }

    /** Changes a second since another moment. */
    Map<String, Double> perSecond(Counts before) {
        double seconds = (nanos - before.nanos) / 1e9;
        Map<String, Double> rates = new LinkedHashMap<>();
        values.forEach((name, now) -> rates.put(name, (now - before.values.getOrDefault(name, 0.0)) / seconds));
        return rates;
    }
}
