package org.gomall.web.envelope;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.ErrorCode;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what went wrong outside of controllers, where the container dispatches to the error page. */
@Controller
class ErrorDispatch implements ErrorController {

    private final FailureResponses responses;

    ErrorDispatch(FailureResponses responses) {
        this.responses = responses;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path == null) {
            // Nobody asks for this address; it does not exist from outside.
            return responses.page(response, Failure.of(ErrorCode.NOT_FOUND));
        }
        Failure failure = failure(request);
        return FailureResponses.isApi(path.toString())
                ? responses.json(failure, HttpHeaders.EMPTY)
                : responses.page(response, failure);
    }

    private static Failure failure(HttpServletRequest request) {
        if (request.getAttribute(FailureResponses.ATTRIBUTE) instanceof Failure known) {
            return known;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        return Failure.of(
                switch (status) {
                    case 403 -> ErrorCode.NO_PERMISSION;
                    case 404 -> ErrorCode.NOT_FOUND;
                    case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
                    case 413 -> ErrorCode.TOO_LARGE;
                    case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
                    case 503 -> ErrorCode.UNAVAILABLE;
                    default -> status < 500 ? ErrorCode.MALFORMED : ErrorCode.INTERNAL;
                });
    }
}
