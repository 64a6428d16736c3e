package org.gomall.platform.figures;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Measures web requests, until their answer is written or goes on in the background (an event stream lasts for minutes).
 * The actuator, which shares the port of a provider, is left out.
 */
final class WebRequestFilter implements Filter {

    private final RequestMeter meter;
    private final PatternTimers patterns;

    WebRequestFilter(RequestMeter meter, PatternTimers patterns) {
        this.meter = meter;
        this.patterns = patterns;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (http.getRequestURI().startsWith("/actuator")) {
            chain.doFilter(request, response);
            return;
        }
        long begin = System.nanoTime();
        Outcome outcome = Outcome.FAULT;
        meter.begin();
        try {
            chain.doFilter(request, response);
            outcome = Outcome.of(((HttpServletResponse) response).getStatus());
        } finally {
            long nanos = System.nanoTime() - begin;
            meter.end(outcome, nanos);
            patterns.record(http, (HttpServletResponse) response, nanos);
        }
    }
}
