package org.gomall.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.ProfileView;
import org.gomall.api.user.UpdateProfileCommand;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.gomall.web.session.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Profile and password of the user. */
@Controller
class ProfilePages {

    private final AccountService accounts;
    private final Sessions sessions;

    ProfilePages(AccountService accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    String profile(CurrentUser user, Model model) {
        ProfileView profile = accounts.profile(user.userId());
        return page(profile, profile.nickname(), profile.phone(), model);
    }

    @PostMapping("/account/profile")
    String save(
            CurrentUser user,
            @RequestParam(defaultValue = "") String nickname,
            @RequestParam(defaultValue = "") String phone,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ProfileView profile = accounts.profile(user.userId());
        try {
            UpdateProfileCommand command = new UpdateProfileCommand(
                    user.userId(), blankToNull(nickname), blankToNull(phone), profile.avatar());
            command.check();
            accounts.updateProfile(command);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(profile, nickname, phone, model);
        }
        Flash.say(request, response, "saved");
        return Redirects.to("/account");
    }

    @PostMapping("/account/password")
    String changePassword(
            CurrentUser user,
            @RequestParam(defaultValue = "") String oldPassword,
            @RequestParam(defaultValue = "") String newPassword,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            sessions.changePassword(request, user, oldPassword, newPassword);
        } catch (BusinessException e) {
            // On this page it can only be the old password that is wrong, so the field says it.
            Problem.show(e.error() == ErrorCode.BAD_CREDENTIALS ? Problem.invalid("oldPassword") : e, model, response);
            ProfileView profile = accounts.profile(user.userId());
            return page(profile, profile.nickname(), profile.phone(), model);
        }
        Flash.say(request, response, "password");
        return Redirects.to("/account");
    }

    private static String page(ProfileView profile, String nickname, String phone, Model model) {
        model.addAttribute("profile", profile);
        model.addAttribute("nickname", nickname);
        model.addAttribute("phone", phone);
        return "account/profile";
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
