package org.gomall.bench.trace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.gomall.bench.duel.Effort;
import org.gomall.bench.mall.BenchMall;
import org.gomall.bench.mall.Retry;
import org.gomall.bench.report.Step;
import org.gomall.localstack.LocalSystem;

/**
 * One order step by step: every statement of SQL, every call over Dubbo, every look into Redis. On a mall of its own, because
 * applications that can be traced are a little slower than others even while nobody asks for it.
 */
public final class OrderTrace {

    /** As on the command line. */
    public static final String NAME = "trace";

    private static final int TRACED = 15;
    private static final Duration SENT_WITHIN = Duration.ofSeconds(5);

    private final Path home;
    private final Effort effort;
    private final Consumer<String> progress;

    /**
     * @param home an own folder; what is in it is deleted
     */
    public OrderTrace(Path home, Effort effort, Consumer<String> progress) {
        this.home = home;
        this.effort = effort;
        this.progress = progress;
    }

    /** The steps of the order whose time is the median of some. */
    public List<Step> take() {
        try (Collector collector = new Collector();
                BenchMall mall = new BenchMall(
                        home,
                        LocalSystem.builder()
                                .environment("GOMALL_OTLP_ENDPOINT", collector.endpoint())
                                .environment("GOMALL_TRACE_SAMPLE", "0")
                                .environment("GOMALL_TRACE_TRUST", "true"))) {
            mall.orders(NAME);
            progress.accept("warming up one order after the other");
            mall.clients().closed(NAME, 1, effort.window().multipliedBy(effort.stretch()));
            List<String> traces = new ArrayList<>();
            for (int i = 0; i < TRACED; i++) {
                String trace = random(16);
                mall.order("00-" + trace + "-" + random(8) + "-01");
                traces.add(trace);
            }
            Retry.pause(SENT_WITHIN);
            return steps(median(traces.stream().map(collector::ofTrace).toList()));
        }
    }

    static List<Span> median(List<List<Span>> traces) {
        List<List<Span>> sorted = traces.stream()
                .filter(spans -> !spans.isEmpty())
                .sorted(Comparator.comparingLong(OrderTrace::answerNanos))
                .toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("no trace has arrived");
        }
        return sorted.get(sorted.size() / 2);
    }

    static List<Step> steps(List<Span> spans) {
        long begin = spans.stream().mapToLong(Span::start).min().orElse(0);
        return spans.stream()
                .sorted(Comparator.comparingLong(Span::start).thenComparing(Span::end, Comparator.reverseOrder()))
                .map(span -> new Step(
                        (span.start() - begin) / 1e6,
                        (span.end() - span.start()) / 1e6,
                        span.application(),
                        span.text().isEmpty()
                                ? span.name()
                                : span.text().replaceAll("\\s+", " ").strip()))
                .toList();
    }

    /** How long the first span took: the answer to the request. What comes behind it belongs to the trace as well. */
    private static long answerNanos(List<Span> spans) {
        return spans.stream()
                .min(Comparator.comparingLong(Span::start))
                .map(span -> span.end() - span.start())
                .orElse(0L);
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        id[0] = 1;
        return HexFormat.of().formatHex(id);
    }
}
