package org.gomall.web.session;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.platform.tracing.TraceId;
import org.gomall.web.envelope.FailureResponses;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page may print: the form token, who is here, and the number to quote. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    private final Callers callers;

    PageModel(Callers callers) {
        this.callers = callers;
    }

    @ModelAttribute
    void add(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (FailureResponses.isApi(failed == null ? request.getRequestURI() : failed.toString())) {
            return;
        }
        model.addAttribute("csrf", Csrf.token(request, response));
        model.addAttribute("currentUser", callers.current(request).orElse(null));
        model.addAttribute("traceId", TraceId.current());
    }
}
