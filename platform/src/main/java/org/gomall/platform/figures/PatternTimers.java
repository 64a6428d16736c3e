package org.gomall.platform.figures;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Web requests by the pattern of their path: timer {@code http.server.requests} with the tags {@code uri}, {@code method} and
 * {@code status} of Spring Boot's own, which makes an observation of a dozen objects for each request and looks its timer up by
 * their names: a tenth of an answer that is ready.
 */
final class PatternTimers {

    /** What nobody answers has no pattern, and no tag of its own either: anybody can make up such paths and methods. */
    private static final String OTHER = "other";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String uri, String method, int status) {}

    PatternTimers(MeterRegistry meters) {
        this.meters = meters;
    }

    void record(HttpServletRequest request, HttpServletResponse response, long nanos) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String method = request.getMethod();
        Kind kind = new Kind(
                pattern == null ? OTHER : pattern.toString(),
                METHODS.contains(method) ? method : OTHER,
                response.getStatus());
        Timer timer = timers.get(kind);
        if (timer == null) {
            timer = timers.computeIfAbsent(kind, this::timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Web requests by the pattern of their path")
                .tags("uri", kind.uri(), "method", kind.method(), "status", Integer.toString(kind.status()))
                .register(meters);
    }
}
