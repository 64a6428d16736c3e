package org.gomall.bench.contest;

import java.util.List;
import java.util.function.BiConsumer;
import org.gomall.bench.duel.Side;
import org.gomall.bench.sentinel.SentinelOff;
import org.gomall.localstack.LocalSystem;

/** Product detail at two instances of the web that differ in one thing. */
final class Switched implements Contest {

    private static final int SENTINEL_OFF = 2;
    private static final int TRACED = 3;

    private final String name;
    private final String words;
    private final double goal;
    private final int on;
    private final int off;
    private final BiConsumer<LocalSystem.Builder, Hall> preparation;

    private Switched(
            String name,
            String words,
            double goal,
            int on,
            int off,
            BiConsumer<LocalSystem.Builder, Hall> preparation) {
        this.name = name;
        this.words = words;
        this.goal = goal;
        this.on = on;
        this.off = off;
        this.preparation = preparation;
    }

    static Switched sentinel() {
        return new Switched(
                "sentinel",
                "Sentinel on / off (its own main switch): product detail at two instances of the web",
                0.95,
                1,
                SENTINEL_OFF,
                (parts, hall) -> parts.environment(
                        "consumer-web-" + SENTINEL_OFF, "JAVA_TOOL_OPTIONS", SentinelOff.option(hall.folder())));
    }

    static Switched tracing() {
        return new Switched(
                "tracing",
                "tracing on (every request, over OTLP) / off: product detail at two instances of the web",
                0.85,
                TRACED,
                1,
                (parts, hall) ->
                        parts.environment("consumer-web-" + TRACED, "GOMALL_OTLP_ENDPOINT", new SpanSink().endpoint()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(LocalSystem.Builder parts, Hall hall) {
        preparation.accept(parts, hall);
    }

    @Override
    public void run(Hall hall) {
        hall.mall().webs(Math.max(on, off));
        try {
            List<String> paths = hall.mall().products().stream()
                    .map(id -> "/api/products/" + id)
                    .toList();
            hall.mall().reads(name + "-on", on, paths);
            hall.mall().reads(name + "-off", off, paths);
            hall.duel(
                    name,
                    words,
                    goal,
                    new Side(name + " on", hall.http(name + "-on", Hall.CLIENTS)),
                    new Side(name + " off", hall.http(name + "-off", Hall.CLIENTS)));
        } finally {
            hall.mall().webs(1);
        }
    }
}
