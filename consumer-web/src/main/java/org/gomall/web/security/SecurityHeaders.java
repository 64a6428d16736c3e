package org.gomall.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gomall.web.envelope.EachRequest;
import org.gomall.web.session.Callers;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What browsers are told about every answer. */
@Component
@Order(SecurityHeaders.ORDER)
class SecurityHeaders implements EachRequest {

    static final int ORDER = -100;

    private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Override
    public void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!StaticPaths.contain(request.getRequestURI())) {
            // Pages of a session must not come back from a cache after the logout.
            response.setHeader(HttpHeaders.CACHE_CONTROL, Callers.hasSession(request) ? "no-store" : "no-cache");
        }
        chain.doFilter(request, response);
    }
}
