package org.gomall.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.tracing.TraceId;
import org.gomall.web.envelope.Failure;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;

/**
 * A refusal that is shown on the page where it happened, with what was typed kept.
 *
 * @param code the number that the bundles have a sentence for
 * @param fields the fields that are wrong; each has a sentence of its own in the bundles
 * @param details figures for the sentence
 * @param fault whether it was our fault: then the trace id is shown to quote
 */
public record Problem(int code, Set<String> fields, Map<String, Object> details, boolean fault, String traceId) {

    private static final String RETRY_AFTER = "retryAfterSeconds";

    /** The problem behind a refusal. */
    public static Problem of(BusinessException e) {
        boolean namesFields = e.error() == ErrorCode.VALIDATION || e.error() == ErrorCode.CONFLICT;
        Map<String, Object> details = new LinkedHashMap<>(e.details());
        Long retryAfter = Failure.of(e).retryAfterSeconds();
        if (retryAfter != null) {
            details.put(RETRY_AFTER, retryAfter);
        }
        return new Problem(
                e.error().number(),
                namesFields ? new LinkedHashSet<>(e.details().keySet()) : Set.of(),
                details,
                e.isFault(),
                TraceId.current());
    }

    /** The problem of one field that could not even be read. */
    public static BusinessException invalid(String field) {
        return new BusinessException(
                ErrorCode.VALIDATION, ErrorCode.VALIDATION.defaultMessage(), Map.of(field, "is not valid"));
    }

    /**
     * Puts a refusal on the page that is shown again instead of the one that was asked for.
     *
     * @throws BusinessException the same, when another page says it better: not found, not allowed, not logged in
     */
    public static Problem show(BusinessException e, Model model, HttpServletResponse response) {
        switch (e.error()) {
            case NOT_FOUND, NO_PERMISSION, NOT_LOGGED_IN -> throw e;
            default -> {
                Problem problem = of(e);
                response.setStatus(e.error().httpStatus());
                if (problem.details().get(RETRY_AFTER) instanceof Long seconds) {
                    response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
                }
                model.addAttribute("problem", problem);
                return problem;
            }
        }
    }

    /** Whether this field is among the wrong ones. */
    public boolean has(String field) {
        return fields.contains(field);
    }

    /** A figure of the details, or {@code otherwise}. */
    public Object detail(String name, Object otherwise) {
        return details.getOrDefault(name, otherwise);
    }
}
