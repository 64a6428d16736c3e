package org.gomall.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.web.page.CartCount;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to leave by. It names what is in the way before it asks for the password. */
@Controller
class LeavingPages {

    private final Leaving leaving;
    private final CartCount count;

    LeavingPages(Leaving leaving, CartCount count) {
        this.leaving = leaving;
        this.count = count;
    }

    @GetMapping("/account/close")
    String ask(CurrentUser user, Model model) {
        return page(user, model);
    }

    @PostMapping("/account/close")
    String close(
            CurrentUser user,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            leaving.leave(user, password, request, response);
        } catch (BusinessException e) {
            // Whose account it is is known, so it can only be the password that is wrong.
            Problem.show(e.error() == ErrorCode.BAD_CREDENTIALS ? Problem.invalid("password") : e, model, response);
            return page(user, model);
        }
        count.forget(request, response);
        Flash.say(request, response, "left");
        return Redirects.to("/");
    }

    private String page(CurrentUser user, Model model) {
        Leaving.Obstacles obstacles = leaving.obstacles(user);
        model.addAttribute("orderIds", obstacles.orderIds());
        model.addAttribute("obstacles", obstacles.others());
        return "account/close";
    }
}
