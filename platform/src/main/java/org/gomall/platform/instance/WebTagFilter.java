package org.gomall.platform.instance;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Takes the tag of a web request from the header {@code X-Gomall-Tag} or the cookie {@code gomall-tag}. */
final class WebTagFilter implements Filter {

    static final String HEADER = "X-Gomall-Tag";
    static final String COOKIE = "gomall-tag";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String tag = tag((HttpServletRequest) request);
        if (!RequestTag.isValid(tag)) {
            chain.doFilter(request, response);
            return;
        }
        RequestTag.set(tag);
        try {
            chain.doFilter(request, response);
        } finally {
            RequestTag.set(null);
        }
    }

    private static String tag(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header != null || request.getCookies() == null) {
            return header;
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE)) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
