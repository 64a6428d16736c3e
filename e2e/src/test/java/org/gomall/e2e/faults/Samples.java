package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every request of a load, kept until the end: some hundred thousand small records at the most. */
final class Samples {

    private static final double GOOD_AGAIN = 0.01;
    private static final Duration STEP = Duration.ofMillis(250);

    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final long begin = System.nanoTime();

    Duration now() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    void add(Sample sample) {
        samples.add(sample);
    }

    List<Sample> between(Duration from, Duration to, Kind... kinds) {
        Set<Kind> wanted = kinds.length == 0 ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(List.of(kinds));
        return samples.stream()
                .filter(sample -> wanted.contains(sample.kind()))
                .filter(sample ->
                        sample.start().compareTo(from) >= 0 && sample.start().compareTo(to) < 0)
                .sorted(Comparator.comparing(Sample::start))
                .toList();
    }

    Figures figures(Duration from, Duration to, Kind... kinds) {
        return Figures.of(between(from, to, kinds), to.minus(from));
    }

    /**
     * How long after a mark the system is well again: from then on, for the time of {@code calm}, less than 1 % of the
     * requests fail, and some are answered. Empty when that does not happen before {@code until}.
     */
    Optional<Duration> recovery(Duration mark, Duration until, Duration calm, Kind... kinds) {
        List<Sample> later = between(mark, until, kinds);
        Duration last = until.minus(calm);
        for (Duration from = mark; from.compareTo(last) <= 0; from = from.plus(STEP)) {
            Duration start = from;
            Duration end = from.plus(calm);
            List<Sample> window = later.stream()
                    .filter(sample -> sample.start().compareTo(start) >= 0
                            && sample.start().compareTo(end) < 0)
                    .toList();
            Figures figures = Figures.of(window, calm);
            if (figures.ok() > 0 && figures.errorRatio() < GOOD_AGAIN) {
                return Optional.of(from.minus(mark));
            }
        }
        return Optional.empty();
    }
}
