package org.gomall.bench.duel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.gomall.bench.load.Slice;
import org.gomall.bench.stats.Round;
import org.gomall.bench.stats.Turn;
import org.gomall.bench.stats.WarmUp;

/**
 * Measures two sides against each other: both are up all the time, each is warmed up until its last windows agree, then they
 * take turns. What a machine does meanwhile besides meets both alike, so that their ratio says more than their figures.
 */
public final class Duel {

    private final Side ours;
    private final Side reference;
    private final Effort effort;
    private final CpuMeter meter;
    private final Consumer<String> progress;

    public Duel(Side ours, Side reference, Effort effort, CpuMeter meter, Consumer<String> progress) {
        this.ours = ours;
        this.reference = reference;
        this.effort = effort;
        this.meter = meter;
        this.progress = progress;
    }

    /**
     * How it went.
     *
     * @param steady whether both were warm before the first round
     */
    public record Outcome(
            String ours, String reference, List<Round> rounds, Work ourWork, Work referenceWork, boolean steady) {}

    /** Warms up and measures. */
    public Outcome run() {
        boolean steady = warmUp();
        Map<Turn, Work> total = new EnumMap<>(Turn.class);
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= effort.rounds(); number++) {
            Map<Turn, Work> inRound = new EnumMap<>(Turn.class);
            for (Turn turn : Turn.round()) {
                inRound.merge(turn, work(side(turn), effort.slice()), Work::plus);
            }
            inRound.forEach((turn, work) -> total.merge(turn, work, Work::plus));
            Round round = new Round(
                    inRound.get(Turn.OURS).slice().perSecond(),
                    inRound.get(Turn.REFERENCE).slice().perSecond());
            rounds.add(round);
            progress.accept(String.format(
                    Locale.ROOT,
                    "round %d of %d: %s %.0f/s, %s %.0f/s, ratio %.3f",
                    number,
                    effort.rounds(),
                    ours.name(),
                    round.ours(),
                    reference.name(),
                    round.reference(),
                    round.ratio()));
        }
        return new Outcome(
                ours.name(), reference.name(), rounds, total.get(Turn.OURS), total.get(Turn.REFERENCE), steady);
    }

    private boolean warmUp() {
        Map<Turn, WarmUp> warmUps = new EnumMap<>(Turn.class);
        for (Turn turn : Turn.values()) {
            warmUps.put(turn, new WarmUp(effort.stretch(), effort.tolerance()));
        }
        for (int window = 1; window <= effort.most(); window++) {
            List<String> words = new ArrayList<>();
            // Who is warm leaves the time to the other one.
            for (Turn turn : Turn.values()) {
                if (!warmUps.get(turn).isDone()) {
                    double perSecond = work(side(turn), effort.window()).slice().perSecond();
                    warmUps.get(turn).add(perSecond);
                    words.add(String.format(Locale.ROOT, "%s %.0f/s", side(turn).name(), perSecond));
                }
            }
            progress.accept("warming up: " + String.join(", ", words));
            if (warmUps.values().stream().allMatch(WarmUp::isDone)) {
                return true;
            }
        }
        return false;
    }

    private Work work(Side side, Duration length) {
        side.prepare().run();
        CpuMeter.Reading before = meter.read();
        Slice slice = side.load().run(length);
        return new Work(slice, meter.read().since(before));
    }

    private Side side(Turn turn) {
        return turn == Turn.OURS ? ours : reference;
    }
}
