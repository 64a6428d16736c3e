package org.gomall.web.ready;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.platform.tracing.TraceId;
import org.gomall.web.edge.EdgeResources;
import org.gomall.web.envelope.EachRequest;
import org.gomall.web.envelope.Failure;
import org.gomall.web.envelope.FailureResponses;
import org.gomall.web.page.CartCount;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Languages;
import org.gomall.web.security.StaticPaths;
import org.gomall.web.session.Callers;
import org.gomall.web.session.Csrf;
import org.gomall.web.session.CurrentUser;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.unbescape.html.HtmlEscape;

/**
 * Answers with what is ready, and keeps what controllers {@link Ready offer}. Whoever is kept out, unknown or in a closed mall
 * has been sent away before, and flow rules are asked here as they are for any other answer. What has to be made goes on to
 * wait for a place.
 */
@Component
@Order(ReadyFilter.ORDER)
class ReadyFilter implements EachRequest {

    /** After the decision about access, which knows the user. */
    static final int ORDER = -70;

    private static final int MOST_IN_CART = 99;
    private static final String GZIP = "gzip";

    /** Tomcat compresses what is larger (server.compression.min-response-size). */
    private static final int NOT_COMPRESSED = 2 * 1024;

    private final ReadyAnswers answers;
    private final EdgeResources resources;
    private final FailureResponses responses;
    private final Callers callers;
    private final Languages languages;

    ReadyFilter(
            ReadyAnswers answers,
            EdgeResources resources,
            FailureResponses responses,
            Callers callers,
            Languages languages) {
        this.answers = answers;
        this.resources = resources;
        this.responses = responses;
        this.callers = callers;
        this.languages = languages;
    }

    @Override
    public void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean isGet = request.getMethod().equals("GET");
        if (!(isGet || request.getMethod().equals("HEAD")) || StaticPaths.contain(path)) {
            chain.doFilter(request, response);
            return;
        }
        CurrentUser user =
                FailureResponses.isApi(path) ? null : callers.current(request).orElse(null);
        Asked asked = asked(request, path, user);
        Kept last = asked == null ? null : answers.last(asked);
        if (last != null) {
            again(request, response, chain, asked, user, last);
        } else if (asked != null && isGet) {
            draw(request, response, chain, asked, user);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Null for what is never ready: a page with a message for this browser, and unusual forms of an answer. */
    private Asked asked(HttpServletRequest request, String path, CurrentUser user) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (FailureResponses.isApi(path)) {
            boolean json = accepted == null || accepted.equals("*/*") || isFirst("application/json", accepted);
            return json ? new Asked(path, request.getQueryString(), null, 0, null) : null;
        }
        int inCart = CartCount.in(request);
        if (!(accepted == null || accepted.equals("*/*") || isFirst("text/html", accepted))
                || inCart > MOST_IN_CART
                || Flash.waits(request)) {
            return null;
        }
        return new Asked(
                path,
                request.getQueryString(),
                languages.resolveLocale(request),
                inCart,
                user == null ? null : List.copyOf(user.roles()));
    }

    /** Without a weight or anything else behind it. */
    private static boolean isFirst(String type, String accepted) {
        return accepted.startsWith(type)
                && (accepted.length() == type.length() || accepted.charAt(type.length()) == ',');
    }

    /** Enters the resources before anybody is asked what there is now, as the request would on its way to the controller. */
    private void again(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Asked asked,
            CurrentUser user,
            Kept last)
            throws IOException, ServletException {
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, last.pattern());
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, last.variables());
        try {
            resources.enter(request, last.pattern());
        } catch (BusinessException refusal) {
            responses.send(request, response, Failure.of(refusal));
            return;
        }
        boolean fault = true;
        try {
            if (answers.isCurrent(asked, last)) {
                response.setContentType(last.type());
                if (asked.isPage()) {
                    response.setLocale(asked.locale());
                }
                send(request, response, last, user);
            } else {
                draw(request, response, chain, asked, user);
            }
            fault = false;
        } finally {
            resources.leave(request, fault);
        }
    }

    private void draw(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Asked asked, CurrentUser user)
            throws IOException, ServletException {
        Draft draft = new Draft(request, response, asked);
        request.setAttribute(Draft.ATTRIBUTE, draft);
        try {
            chain.doFilter(request, draft);
        } finally {
            request.removeAttribute(Draft.ATTRIBUTE);
            draft.end();
        }
        if (!draft.isHeldBack()) {
            return;
        }
        Pieces pieces = draft.pieces();
        Kept drawn = new Kept(
                draft.getContentType(),
                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        ? Map.copyOf(variables)
                        : Map.of(),
                pieces,
                pieces.size() > NOT_COMPRESSED ? new Packed(pieces) : null,
                draft.contents(),
                draft.now());
        if (draft.isForAll()) {
            answers.keep(asked, drawn);
        }
        send(request, response, drawn, user);
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Kept answer, CurrentUser user)
            throws IOException {
        Filling filling = new Filling(
                request.getAttribute(Csrf.ATTRIBUTE) instanceof String token ? token : null,
                user == null ? null : HtmlEscape.escapeHtml4Xml(user.username()),
                TraceId.current());
        byte[] body;
        if (answer.packed() != null && takesGzip(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
            response.setHeader(HttpHeaders.VARY, "accept-encoding");
            body = answer.packed().filled(filling);
        } else {
            body = answer.pieces().filled(filling);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Weights are left to Tomcat, which compresses anew then. */
    private static boolean takesGzip(HttpServletRequest request) {
        String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && encodings.contains(GZIP) && !encodings.contains("q=");
    }
}
