package org.gomall.bench.growth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.gomall.bench.duel.CpuMeter;
import org.gomall.bench.load.Slice;
import org.gomall.bench.mall.BenchMall;
import org.gomall.bench.mall.Retry;
import org.gomall.bench.mall.Visitor;
import org.gomall.bench.report.Growth;

/**
 * Fills a mall step by step and asks it the same questions at every size. The rows that its database reads for an answer are
 * what tells growth: they do not depend on what else the machine does.
 */
public final class GrowingMall {

    private static final int CLIENTS = 2;
    private static final String PASSWORD = "gomall-demo";
    private static final String ORDER = "place an order";

    private final BenchMall mall;
    private final CpuMeter meter;
    private final Duration slice;
    private final Consumer<String> progress;
    private final GrownRows rows;
    private final List<String> sizes = new ArrayList<>();
    private final Map<String, List<Growth.Cost>> costs = new LinkedHashMap<>();
    private final Map<String, Growth.Line> lines = new LinkedHashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private double idleRows;

    /**
     * @param slice how long each question is asked
     */
    public GrowingMall(BenchMall mall, CpuMeter meter, Duration slice, Consumer<String> progress) {
        this.mall = mall;
        this.meter = meter;
        this.slice = slice;
        this.progress = progress;
        // It reads everything, in turns of its own, and would be taken for what an answer reads.
        mall.setting("provider-order", "gomall.reconciliation.interval", "0s");
        mall.system().createSchema(GrownRows.SCHEMA);
        rows = mall.rows(progress);
        rows.begin();
    }

    /** Makes it so large, at least as large as it was, and asks everything. */
    public void measure(int skus, int orders) {
        String size = String.format(Locale.ROOT, "%,d SKUs, %,d orders", skus, orders);
        progress.accept("filling: " + size);
        rows.skus(skus);
        rows.orders(orders);
        mall.database().execute(rows.analyze());
        sizes.add(size);
        progress.accept("asking: " + size);
        long before = mall.database().rowsRead();
        Retry.pause(slice);
        idleRows = (mall.database().rowsRead() - before) / (slice.toNanos() / 1e9);
        List<Question> questions = new ArrayList<>(Questions.catalogue(skus / GrownRows.SKUS_EACH));
        questions.addAll(Questions.orders());
        for (Question question : questions) {
            mall.reads(target(question.name()), 1, question.paths(), headers(question.who()));
            ask(question.group(), question.name());
        }
        mall.orders(target(ORDER));
        ask("orders", ORDER);
    }

    /** What came of it. */
    public Growth growth() {
        return new Growth(List.copyOf(sizes), List.copyOf(lines.values()));
    }

    /** The clients are told what to do in words. */
    private static String target(String question) {
        return question.replace(' ', '-');
    }

    private void ask(String group, String name) {
        mall.clients().closed(target(name), CLIENTS, slice.dividedBy(4));
        long rowsBefore = mall.database().rowsRead();
        CpuMeter.Reading before = meter.read();
        Slice asked = mall.clients().closed(target(name), CLIENTS, slice);
        CpuMeter.Usage used = meter.read().since(before);
        long read = mall.database().rowsRead() - rowsBefore;
        double answers = Math.max(1, asked.done() + asked.failed());
        Map<String, Double> cpu = new LinkedHashMap<>();
        used.seconds().forEach((process, seconds) -> cpu.put(process, seconds * 1e3 / answers));
        Growth.Cost cost = new Growth.Cost(
                asked.millisAt(50),
                asked.millisAt(95),
                Math.max(0, read - idleRows * asked.length().toNanos() / 1e9) / answers,
                cpu,
                asked.failed() / answers);
        costs.computeIfAbsent(name, key -> new ArrayList<>()).add(cost);
        lines.put(name, new Growth.Line(group, name, List.copyOf(costs.get(name))));
        progress.accept(String.format(
                Locale.ROOT,
                "    %-36s p50 %8.1f ms  p95 %8.1f ms  %10.1f rows  %8.1f CPU ms%s",
                name,
                cost.median(),
                cost.p95(),
                cost.rows(),
                cost.cpu(),
                asked.failed() == 0 ? "" : "  " + asked.failed() + " failed: " + asked.failure()));
    }

    private String[] headers(String who) {
        if (who == null) {
            return new String[0];
        }
        String token =
                tokens.computeIfAbsent(who, name -> Visitor.login(mall.system().webUrl(), name, PASSWORD)
                        .token());
        return new String[] {"Authorization: Bearer " + token, "Cookie: gomall-token=" + token};
    }
}
