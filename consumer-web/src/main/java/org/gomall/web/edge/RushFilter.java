package org.gomall.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.gomall.web.envelope.EachRequest;
import org.gomall.web.envelope.Failure;
import org.gomall.web.envelope.FailureResponses;
import org.springframework.core.Ordered;

/**
 * Bounds what is under way at once: above what the processors can do more requests at a time mean fewer answers a second.
 * There are two of them ({@link Rush}). {@link OpenPaths} are free of both.
 *
 * <p>Sentinel's rules, which ops change live, decide about single resources besides; it has no rule that lets a few wait and
 * sends away the rest.
 */
final class RushFilter implements EachRequest, Ordered {

    private final FailureResponses responses;
    private final Function<HttpServletRequest, Turnstile> turnstiles;
    private final int order;

    /**
     * One of the two.
     *
     * @param turnstiles where a request has to pass; null for one that it is not about
     */
    RushFilter(FailureResponses responses, Function<HttpServletRequest, Turnstile> turnstiles, int order) {
        this.responses = responses;
        this.turnstiles = turnstiles;
        this.order = order;
    }

    @Override
    public int getOrder() {
        return order;
    }

    /** An event stream goes on after its place is given up: it is not work in progress. */
    @Override
    public void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Turnstile turnstile = OpenPaths.contain(request.getRequestURI()) ? null : turnstiles.apply(request);
        if (turnstile == null) {
            chain.doFilter(request, response);
            return;
        }
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
}
