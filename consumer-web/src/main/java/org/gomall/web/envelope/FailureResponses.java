package org.gomall.web.envelope;

import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.tracing.TraceId;
import org.gomall.web.session.NextPath;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Turns failures into answers: JSON under {@code /api}, a page elsewhere. */
@Component
public class FailureResponses {

    /** Holds the failure while the container goes on to the error page. */
    static final String ATTRIBUTE = Failure.class.getName();

    private final Set<Integer> ownPages = Stream.of(403, 404, 429, 500, 503)
            .filter(status -> new ClassPathResource("templates/error/" + status + ".html").exists())
            .collect(Collectors.toUnmodifiableSet());

    /** Whether the answer to this path is JSON. */
    public static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/v3/api-docs");
    }

    /** Answers from a filter, where Spring MVC does not help. */
    public void send(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        if (!isApi(request.getRequestURI())) {
            if (failure.error() == ErrorCode.NOT_LOGGED_IN) {
                toLogin(request, response);
                return;
            }
            request.setAttribute(ATTRIBUTE, failure);
            addRetryAfter(response, failure);
            response.sendError(failure.error().httpStatus());
            return;
        }
        count(failure);
        response.setStatus(failure.error().httpStatus());
        addRetryAfter(response, failure);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        byte[] body = WebJson.mapper().writeValueAsBytes(failure.envelope());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The JSON answer. */
    ResponseEntity<Object> json(Failure failure, HttpHeaders headers) {
        count(failure);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(
                        failure.error().httpStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON);
        if (failure.retryAfterSeconds() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds().toString());
        }
        return answer.body(failure.envelope());
    }

    /** The page. */
    ModelAndView page(HttpServletResponse response, Failure failure) {
        count(failure);
        addRetryAfter(response, failure);
        int status = failure.error().httpStatus();
        Map<String, Object> model = new HashMap<>();
        model.put("status", status);
        model.put("code", failure.error().number());
        model.put("traceId", TraceId.current());
        model.put("retryAfterSeconds", failure.retryAfterSeconds());
        model.put("until", failure.until());
        ModelAndView page = new ModelAndView("error/" + name(failure), model);
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    private String name(Failure failure) {
        int status = failure.error().httpStatus();
        if (failure.isMaintenance()) {
            return "maintenance";
        }
        if (failure.isRush()) {
            return "rush";
        }
        return ownPages.contains(status) ? Integer.toString(status) : "other";
    }

    /** Leads a browser to the login page and from there back to what it asked for. */
    static void toLogin(HttpServletRequest request, HttpServletResponse response) {
        String login = NextPath.loginFor(request);
        if (request.getHeader("HX-Request") != null) {
            // htmx would put the login page into the middle of the current one; so it is told to go there.
            response.setHeader("HX-Redirect", login);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        response.setHeader(HttpHeaders.LOCATION, login);
        response.setStatus(request.getMethod().equals("GET") ? HttpStatus.FOUND.value() : HttpStatus.SEE_OTHER.value());
    }

    /** {@code gomall.refusals} by code: everything that was answered with something else than what was asked for. */
    private static void count(Failure failure) {
        Metrics.counter(
                        "gomall.refusals",
                        "code",
                        Integer.toString(failure.error().number()))
                .increment();
    }

    private static void addRetryAfter(HttpServletResponse response, Failure failure) {
        if (failure.retryAfterSeconds() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds().toString());
        }
    }
}
