package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The requests of a run in equal steps of time. */
final class Series {

    private static final int STEPS = 300;
    private static final long SHORTEST_MILLIS = 1_000;

    private Series() {}

    record Step(Duration from, Duration length, Figures figures) {

        double failuresPerSecond() {
            return (figures.unavailable() + figures.errors()) * 1_000.0 / length.toMillis();
        }
    }

    static List<Step> of(Report report) {
        long millis = Math.max(SHORTEST_MILLIS, report.length().toMillis() / STEPS);
        int count = (int) (report.length().toMillis() / millis);
        List<List<Sample>> buckets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            buckets.add(new ArrayList<>());
        }
        for (Sample sample : report.samples()) {
            long index = sample.start().toMillis() / millis;
            if (index < count) {
                buckets.get((int) index).add(sample);
            }
        }
        Duration length = Duration.ofMillis(millis);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(new Step(length.multipliedBy(i), length, Figures.of(buckets.get(i), length)));
        }
        return steps;
    }
}
