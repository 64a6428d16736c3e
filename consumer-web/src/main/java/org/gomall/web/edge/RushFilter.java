package org.gomall.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.gomall.web.envelope.EachRequest;
import org.gomall.web.envelope.Failure;
import org.gomall.web.envelope.FailureResponses;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Bounds what is under way at once, before anything has been spent on it: above what the processors can do more requests at
 * a time mean fewer answers a second. What changes something has places of its own, so that slow orders do not keep anybody
 * from looking around. {@link OpenPaths} are free of it.
 *
 * <p>Sentinel's rules, which ops change live, decide about single resources afterwards; it has no rule that lets a few wait
 * and sends away the rest.
 */
@Component
@Order(RushFilter.ORDER)
class RushFilter implements EachRequest {

    static final int ORDER = -95;

    static final int A_PROCESSOR = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final FailureResponses responses;
    private final Turnstile reads;
    private final Turnstile writes;

    /**
     * The bounds of this process.
     *
     * @param reads requests at once that change nothing; 0 for four a processor
     * @param writes requests at once that may change something; 0 for four a processor
     */
    @Autowired
    RushFilter(
            FailureResponses responses,
            @Value("${gomall.rush.reads:0}") int reads,
            @Value("${gomall.rush.writes:0}") int writes) {
        this(responses, turnstile(reads), turnstile(writes));
    }

    RushFilter(FailureResponses responses, Turnstile reads, Turnstile writes) {
        this.responses = responses;
        this.reads = reads;
        this.writes = writes;
    }

    /** An event stream goes on after its place is given up: it is not work in progress. */
    @Override
    public void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (OpenPaths.contain(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        Turnstile turnstile = SAFE.contains(request.getMethod()) ? reads : writes;
        if (!isLetIn(turnstile)) {
            responses.send(request, response, Failure.rush());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turnstile.leave();
        }
    }

    private static boolean isLetIn(Turnstile turnstile) {
        try {
            return turnstile.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Turnstile turnstile(int wanted) {
        int inside = wanted > 0 ? wanted : A_PROCESSOR * Runtime.getRuntime().availableProcessors();
        return new Turnstile(inside, PATIENCE);
    }
}
