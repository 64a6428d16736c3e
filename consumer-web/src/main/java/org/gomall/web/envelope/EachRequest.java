package org.gomall.web.envelope;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A filter of what comes from outside: the container calls it once for a request, and not again when it goes on to an error
 * page, to another page or after an asynchronous answer, because Spring Boot registers it for nothing else. So it needs no
 * mark at the request, as Spring's {@code OncePerRequestFilter} does.
 */
public interface EachRequest extends Filter {

    @Override
    default void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    /** Answers the request or has the others down the chain answer it. */
    void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException;
}
