package org.gomall.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.CartOwner;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.RegisterCommand;
import org.gomall.web.page.CartCount;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.gomall.web.session.LoggedIn;
import org.gomall.web.session.NextPath;
import org.gomall.web.session.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in and out, and becoming a customer. All of them lead back to where the visitor came from. */
@Controller
class LoginPages {

    private final Sessions sessions;
    private final AccountService accounts;
    private final CartCount count;

    LoginPages(Sessions sessions, AccountService accounts, CartCount count) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.count = count;
    }

    @GetMapping("/login")
    String login(@RequestParam(required = false) String next, Optional<CurrentUser> user, Model model) {
        if (user.isPresent()) {
            return Redirects.to(NextPath.orHome(next));
        }
        return page("login", next, model);
    }

    @PostMapping("/login")
    String logIn(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            enter(account, password, request, response);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            model.addAttribute("account", account);
            return page("login", next, model);
        }
        return Redirects.to(NextPath.orHome(next));
    }

    @GetMapping("/register")
    String register(@RequestParam(required = false) String next, Optional<CurrentUser> user, Model model) {
        if (user.isPresent()) {
            return Redirects.to(NextPath.orHome(next));
        }
        return page("register", next, model);
    }

    @PostMapping("/register")
    String signUp(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            RegisterCommand command = new RegisterCommand(username.strip(), email.strip(), password);
            command.check();
            accounts.register(command);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            model.addAttribute("username", username);
            model.addAttribute("email", email);
            return page("register", next, model);
        }
        return firstLogin(username.strip(), password, next, request, response);
    }

    @PostMapping("/logout")
    String logOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.logout(request, response);
        count.forget(request, response);
        Flash.say(request, response, "bye");
        return Redirects.to("/");
    }

    /** The account exists from here on: whatever fails now, the visitor is asked to log in and not to register again. */
    private String firstLogin(
            String username, String password, String next, HttpServletRequest request, HttpServletResponse response) {
        try {
            enter(username, password, request, response);
        } catch (BusinessException e) {
            Flash.say(request, response, "registered");
            return Redirects.to(NextPath.login(next));
        }
        Flash.say(request, response, "welcome");
        return Redirects.to(NextPath.orHome(next));
    }

    private void enter(String account, String password, HttpServletRequest request, HttpServletResponse response) {
        LoggedIn loggedIn = sessions.login(request, response, account.strip(), password);
        count.refresh(request, response, CartOwner.user(loggedIn.account().userId()));
    }

    private static String page(String view, String next, Model model) {
        String checked = NextPath.orHome(next);
        model.addAttribute("next", checked.equals("/") ? null : checked);
        return view;
    }
}
