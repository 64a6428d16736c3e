package org.gomall.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.web.envelope.Failure;
import org.gomall.web.envelope.FailureResponses;
import org.gomall.web.session.Callers;
import org.gomall.web.session.Csrf;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides about every request before anything else looks at it, and denies by default: open to guests by the access rules,
 * else a login and a permission of one of the caller's roles. Not asked again when the container dispatches to the error page.
 */
@Component
@Order(AccessFilter.ORDER)
class AccessFilter extends OncePerRequestFilter {

    static final int ORDER = -80;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** JSON only, so no form of another site can send them, and there is no session yet that could vouch for them. */
    private static final Set<String> WITHOUT_FORM_TOKEN = Set.of("/api/auth/login", "/api/auth/register");

    private final LiveAccessRules rules;
    private final Routes routes;
    private final Callers callers;
    private final FailureResponses responses;

    AccessFilter(LiveAccessRules rules, Routes routes, Callers callers, FailureResponses responses) {
        this.rules = rules;
        this.routes = routes;
        this.callers = callers;
        this.responses = responses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            decide(request, response);
        } catch (BusinessException refusal) {
            responses.send(request, response, Failure.of(refusal));
            return;
        }
        chain.doFilter(request, response);
    }

    private void decide(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> plain = PlainPath.of(request.getRequestURI());
        boolean page = !FailureResponses.isApi(request.getRequestURI());
        if (page && !StaticPaths.contain(request.getRequestURI())) {
            Csrf.token(request, response);
        }
        String path = plain.orElseThrow(() -> new BusinessException(ErrorCode.NOT_FOUND));
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        boolean open = rules.current().isOpen(method, path);
        if (!open) {
            mustExist(method, path, response);
            callers.require(request);
        }
        if (!SAFE.contains(method) && needsFormToken(request, path, page) && !Csrf.isValid(request)) {
            throw new BusinessException(ErrorCode.CSRF);
        }
        if (!open && !Permissions.allow(callers.permissions(request), method, path)) {
            throw new BusinessException(ErrorCode.NO_PERMISSION);
        }
    }

    private void mustExist(String method, String path, HttpServletResponse response) {
        Set<String> methods = routes.methods(path);
        if (methods.isEmpty()) {
            throw new BusinessException(ErrorCode.NOT_FOUND);
        }
        if (!Routes.serves(methods, method)) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
            throw new BusinessException(ErrorCode.METHOD_NOT_ALLOWED);
        }
    }

    /** Scripts with a Bearer token have nothing that a browser would add by itself; guests of the API neither. */
    private static boolean needsFormToken(HttpServletRequest request, String path, boolean page) {
        return page || (Callers.isByCookie(request) && !WITHOUT_FORM_TOKEN.contains(path));
    }
}
