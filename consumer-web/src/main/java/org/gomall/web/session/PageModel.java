package org.gomall.web.session;

import jakarta.servlet.http.HttpServletRequest;
import org.gomall.platform.tracing.TraceId;
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

    /** Only where {@code AccessFilter} has prepared a form token: not for the API, and not for pictures and other files. */
    @ModelAttribute
    void add(HttpServletRequest request, Model model) {
        Object csrf = request.getAttribute(Csrf.ATTRIBUTE);
        if (csrf == null) {
            return;
        }
        model.addAttribute("csrf", csrf);
        model.addAttribute("currentUser", callers.current(request).orElse(null));
        model.addAttribute("traceId", TraceId.current());
    }
}
