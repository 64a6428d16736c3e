package org.gomall.bench.contest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gomall.bench.duel.CpuMeter;
import org.gomall.bench.duel.Duel;
import org.gomall.bench.duel.Effort;
import org.gomall.bench.duel.Load;
import org.gomall.bench.duel.Side;
import org.gomall.bench.mall.BenchMall;
import org.gomall.bench.report.Anatomy;
import org.gomall.bench.report.Curve;
import org.gomall.bench.report.Growth;
import org.gomall.bench.report.Ratio;

/** Where contests take place: the mall, how much time there is, and what has come out so far. */
public final class Hall {

    /** Clients at once, where nothing else is said. */
    public static final int CLIENTS = 8;

    private final Effort effort;
    private final Path folder;
    private final Consumer<String> progress;
    private final List<Ratio> ratios = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private BenchMall mall;
    private boolean knowsOrders;
    private CpuMeter meter;
    private Anatomy anatomy;
    private Supplier<Growth> growth;

    /**
     * @param folder outside of the mall's, for what has to be there before it starts
     */
    public Hall(Effort effort, Path folder, Consumer<String> progress) {
        this.effort = effort;
        this.folder = folder;
        this.progress = progress;
    }

    /** From here on there is a mall. */
    public void open(BenchMall opened) {
        mall = opened;
        meter = new CpuMeter(opened::pids);
    }

    BenchMall mall() {
        return mall;
    }

    CpuMeter meter() {
        return meter;
    }

    Effort effort() {
        return effort;
    }

    Path folder() {
        return folder;
    }

    void say(String words) {
        progress.accept(words);
    }

    /** A load of the HTTP clients, each of which waits for its answer. */
    Load http(String target, int clients) {
        return length -> mall.clients().closed(target, clients, length);
    }

    /** Lets the mall place orders for long enough that its JVMs know them, unless it has. */
    void placeFirst(String target) {
        if (knowsOrders) {
            return;
        }
        knowsOrders = true;
        say("placing orders for " + effort.first().toSeconds() + " s before anything counts");
        http(target, BenchMall.BUYERS).run(effort.first());
    }

    /** Measures two sides against each other. */
    void duel(String name, String words, double goal, Side ours, Side reference) {
        ratios.add(new Ratio(name, words, goal, new Duel(ours, reference, effort, meter, progress).run()));
    }

    void add(Curve curve) {
        curves.add(curve);
    }

    void add(Anatomy taken) {
        anatomy = taken;
    }

    void add(Supplier<Growth> growing) {
        growth = growing;
    }

    /** As far as it was measured; null when it was not. */
    public Growth growth() {
        return growth == null ? null : growth.get();
    }

    public List<Ratio> ratios() {
        return ratios;
    }

    public List<Curve> curves() {
        return curves;
    }

    /** Null when no order was taken apart. */
    public Anatomy anatomy() {
        return anatomy;
    }
}
