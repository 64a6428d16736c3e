package org.gomall.web.envelope;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** One place that decides what a client sees of everything that goes wrong in a controller. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final FailureResponses responses;

    Failures(FailureResponses responses) {
        this.responses = responses;
    }

    @ExceptionHandler(BusinessException.class)
    Object refused(BusinessException refusal, HttpServletRequest request, HttpServletResponse response) {
        if (refusal.error() == ErrorCode.NOT_LOGGED_IN && !FailureResponses.isApi(request.getRequestURI())) {
            FailureResponses.toLogin(request, response);
            return new ModelAndView((model, req, res) -> {});
        }
        return answer(Failure.of(refusal), request, response);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(UnreadableBody.failure(e), request, response);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    Object wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response) {
        // An id in the path that is no number names nothing.
        Failure failure = e.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Failure.of(ErrorCode.NOT_FOUND)
                : Failure.fields(Map.of(e.getName(), "has a wrong type or value"));
        return answer(failure, request, response);
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    Object missing(
            MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Failure.fields(Map.of(e.getParameterName(), "is missing")), request, response);
    }

    @ExceptionHandler(MissingRequestHeaderException.class)
    Object missing(MissingRequestHeaderException e, HttpServletRequest request, HttpServletResponse response) {
        Failure failure = e.getHeaderName().equals(IdempotencyKey.HEADER)
                ? Failure.of(ErrorCode.IDEMPOTENCY_KEY_MISSING)
                : Failure.fields(Map.of(e.getHeaderName(), "is missing"));
        return answer(failure, request, response);
    }

    @ExceptionHandler({BindException.class, TypeMismatchException.class})
    Object badForm(Exception e, HttpServletRequest request, HttpServletResponse response) {
        Failure failure = Failure.of(ErrorCode.VALIDATION);
        if (e instanceof BindException form && form.getFieldError() != null) {
            failure = Failure.fields(Map.of(form.getFieldError().getField(), "has a wrong type or value"));
        }
        return answer(failure, request, response);
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    Object wrongMethod(
            HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response) {
        Set<HttpMethod> allowed = e.getSupportedHttpMethods();
        HttpHeaders headers = new HttpHeaders();
        if (allowed != null) {
            headers.setAllow(allowed);
        }
        return answer(Failure.of(ErrorCode.METHOD_NOT_ALLOWED), headers, request, response);
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    Object wrongMediaType(HttpServletRequest request, HttpServletResponse response) {
        return answer(Failure.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE), request, response);
    }

    @ExceptionHandler(MissingServletRequestPartException.class)
    Object missing(MissingServletRequestPartException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Failure.fields(Map.of(e.getRequestPartName(), "is missing")), request, response);
    }

    @ExceptionHandler(MultipartException.class)
    Object unreadableParts(MultipartException e, HttpServletRequest request, HttpServletResponse response) {
        boolean tooLarge = e instanceof MaxUploadSizeExceededException;
        return answer(Failure.of(tooLarge ? ErrorCode.TOO_LARGE : ErrorCode.MALFORMED), request, response);
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    Object notAcceptable(HttpServletRequest request, HttpServletResponse response) {
        return answer(Failure.of(ErrorCode.NOT_ACCEPTABLE), request, response);
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    Object unknownPath(HttpServletRequest request, HttpServletResponse response) {
        return answer(Failure.of(ErrorCode.NOT_FOUND), request, response);
    }

    /** The client is gone, or its event stream has come to its end: there is nobody to tell. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void clientGone() {
        // Nothing to answer.
    }

    @ExceptionHandler(Exception.class)
    Object fault(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (UnreadableBody.isTooLarge(e)) {
            return answer(Failure.of(ErrorCode.TOO_LARGE), request, response);
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(Failure.of(ErrorCode.MALFORMED), request, response);
        }
        if (isBadParameters(e)) {
            return answer(Failure.of(ErrorCode.MALFORMED), request, response);
        }
        if (e instanceof IOException && response.isCommitted()) {
            return null;
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(Failure.of(ErrorCode.INTERNAL), request, response);
    }

    /** Tomcat refuses query strings and forms that it cannot decode when somebody first asks for a parameter. */
    static boolean isBadParameters(Throwable e) {
        return e.getClass().getName().equals("org.apache.tomcat.util.http.InvalidParameterException");
    }

    private Object answer(Failure failure, HttpServletRequest request, HttpServletResponse response) {
        return answer(failure, HttpHeaders.EMPTY, request, response);
    }

    private Object answer(
            Failure failure, HttpHeaders headers, HttpServletRequest request, HttpServletResponse response) {
        if (FailureResponses.isApi(request.getRequestURI())) {
            return responses.json(failure, headers);
        }
        headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        return responses.page(response, failure);
    }
}
