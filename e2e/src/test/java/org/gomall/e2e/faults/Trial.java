package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.gomall.e2e.Mall;

/**
 * One row of the fault table, tried on a mall under load: the load warms up, the fault happens, everything recovers; in the
 * end nothing that was accepted is lost or doubled, and every law holds. What was measured goes into the report.
 */
final class Trial implements AutoCloseable {

    private static final Duration WELL_WITHIN = Duration.ofSeconds(90);
    private static final Duration WARM_WITHIN = Duration.ofSeconds(60);
    private static final Duration WARM_FOR = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Mall mall;
    private final Load load;

    private Trial(Mall mall, Load load) {
        this.mall = mall;
        this.load = load;
    }

    /** With a load that leaves room: the rows are about faults, not about floods. */
    static Trial on(Mall mall) {
        return on(mall, Load.on(mall).clients(8).perSecond(30));
    }

    static Trial on(Mall mall, Load.Builder settings) {
        long seed =
                Long.getLong("gomall.faults.seed", ThreadLocalRandom.current().nextLong(1_000_000));
        Trial trial = new Trial(mall, settings.seed(seed).start());
        System.out.println("Faults: repeat this load with -Dgomall.faults.seed=" + seed);
        trial.awaitWell(Duration.ZERO);
        trial.warmUp();
        return trial;
    }

    Load load() {
        return load;
    }

    /** What the load is like while nothing is wrong. */
    Figures calm(Duration time) {
        Duration from = load.now();
        load.run(time);
        return load.figures(from, load.now());
    }

    /** Lets the fault happen and end; returns when the load is well again. */
    Episode during(Fault fault) {
        return during(fault, () -> {});
    }

    /**
     * @param meanwhile is done while the fault lasts
     */
    Episode during(Fault fault, Runnable meanwhile) {
        Happening happening = Happening.of(fault, load, meanwhile);
        awaitWell(happening.ended());
        await().until(() -> load.now().compareTo(happening.looked()) > 0);
        return happening.judge(load, load.now());
    }

    /** Ends the load; every wish gets its answer, and within a minute after the fault everything is final. */
    Duration finish() {
        Duration end = load.now();
        load.stop();
        mall.awaitCalm();
        assertThat(load.accepted().differences(mall.database())).isEmpty();
        return load.now().minus(end);
    }

    /** Ends the load and reports. */
    void finish(Episode episode) {
        Duration calm = finish();
        String finalAfter = String.format(
                Locale.ROOT,
                "everything final %.1f s after the load; %d orders and %d payments accepted, none lost, none doubled",
                calm.toMillis() / 1e3,
                load.accepted().orders().size(),
                load.accepted().payments().size());
        FaultReport.add(episode.with(finalAfter));
    }

    @Override
    public void close() {
        load.close();
    }

    /**
     * The rows are about faults, not about the first pages of a process that has only just started, which take seconds where its
     * neighbours start as well. A machine that is never quick enough is not waited for longer.
     */
    private void warmUp() {
        Duration end = load.now().plus(WARM_WITHIN);
        while (!isWarm() && load.now().compareTo(end) < 0) {
            load.run(Duration.ofMillis(500));
        }
    }

    private boolean isWarm() {
        Duration now = load.now();
        Duration since = now.minus(WARM_FOR);
        return !since.isNegative()
                && load.samples(since, now).stream()
                        .allMatch(sample -> sample.took().compareTo(SOON) < 0);
    }

    private void awaitWell(Duration since) {
        await().atMost(WELL_WITHIN).pollInterval(Duration.ofMillis(500)).until(() -> load.recovery(since, load.now())
                .isPresent());
    }
}
