package org.gomall.platform.tracing;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.MDC;

/**
 * Begins a trace: with the id of a W3C {@code traceparent} header if there is one, else with a new one. Further
 * dispatches of one request (errors, asynchronous answers) keep the id of the first.
 */
final class TraceIdFilter implements Filter {

    private static final int TRACE_ID_FROM = 3;
    private static final int TRACE_ID_TO = 35;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object known = request.getAttribute(TraceId.KEY);
        String traceId = known instanceof String id ? id : received((HttpServletRequest) request);
        request.setAttribute(TraceId.KEY, traceId);
        MDC.put(TraceId.KEY, traceId);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(TraceId.KEY);
        }
    }

    private static String received(HttpServletRequest request) {
        String traceparent = request.getHeader("traceparent");
        if (traceparent != null && traceparent.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*")) {
            return traceparent.substring(TRACE_ID_FROM, TRACE_ID_TO);
        }
        return TraceId.create();
    }
}
