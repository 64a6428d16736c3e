package org.gomall.platform.tracing;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Begins a trace. Further dispatches of one request (errors, asynchronous answers) keep its id.
 *
 * <p>A {@code traceparent} header is believed only where a gateway of ours sets it: anybody else could give his requests the
 * id of somebody else's, and what the log and the traces tell about that id would be a mixture of both.
 */
final class TraceIdFilter implements Filter {

    private static final int FIRST_FAULT = 500;

    private final boolean trustIncoming;

    TraceIdFilter(boolean trustIncoming) {
        this.trustIncoming = trustIncoming;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (request.getAttribute(TraceId.KEY) instanceof String known) {
            under(known, request, response, chain);
            return;
        }
        String parent = trustIncoming ? http.getHeader(TraceParent.KEY) : null;
        try (OpenSpan span = isWatching(http) ? OpenSpan.NONE : Spans.root(SpanKind.SERVER, http.getMethod(), parent)) {
            String traceId = span.traceId().isEmpty() ? traceId(parent) : span.traceId();
            request.setAttribute(TraceId.KEY, traceId);
            try {
                under(traceId, request, response, chain);
            } catch (IOException | ServletException | RuntimeException e) {
                span.failed(e);
                throw e;
            } finally {
                describe(span, http, (HttpServletResponse) response);
            }
        }
    }

    private static void under(String traceId, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        MDC.put(TraceId.KEY, traceId);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(TraceId.KEY);
        }
    }

    /** By the pattern, which is known at the end only: paths hold ids. */
    private static void describe(OpenSpan span, HttpServletRequest request, HttpServletResponse response) {
        if (!span.isRecording()) {
            return;
        }
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
            span.rename(request.getMethod() + " " + pattern);
            span.tag("http.route", pattern);
        }
        span.tag("http.request.method", request.getMethod()).tag("http.response.status_code", response.getStatus());
        if (response.getStatus() >= FIRST_FAULT) {
            span.failed(Integer.toString(response.getStatus()));
        }
    }

    private static boolean isWatching(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator");
    }

    private static String traceId(String parent) {
        return TraceParent.isValid(parent) ? TraceParent.traceIdOf(parent) : TraceId.create();
    }
}
