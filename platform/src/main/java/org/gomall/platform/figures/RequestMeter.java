package org.gomall.platform.figures;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts and times what this process is asked for: incoming Dubbo calls, and web requests. Timer {@code gomall.requests}
 * with tag {@code outcome} (ok, refused, fault), and the same over the last ten seconds for {@code /actuator/figures}.
 */
public final class RequestMeter {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);
    private final RecentRequests recent = new RecentRequests(System::nanoTime);
    private final AtomicInteger underWay = new AtomicInteger();

    RequestMeter(MeterRegistry meters) {
        for (Outcome outcome : Outcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder("gomall.requests")
                            .description("Incoming Dubbo calls or web requests")
                            .tag("outcome", outcome.tag())
                            .publishPercentiles(0.5, 0.95, 0.99)
                            .distributionStatisticExpiry(WINDOW)
                            .register(meters));
        }
    }

    void begin() {
        underWay.incrementAndGet();
    }

    void end(Outcome outcome, long nanos) {
        underWay.decrementAndGet();
        recent.add(outcome, nanos);
        timers.get(outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** How many requests this process is working on now. */
    public int underWay() {
        return underWay.get();
    }

    Figures.Requests figures() {
        return recent.figures();
    }
}
