package org.gomall.web.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.RegisterCommand;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.session.CurrentUser;
import org.gomall.web.session.LoggedIn;
import org.gomall.web.session.Sessions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registering, logging in and out. */
@RestController
@RequestMapping("/api/auth")
@Tag(name = "Accounts")
class AuthApi {

    private final AccountService accounts;
    private final Sessions sessions;

    AuthApi(AccountService accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @PostMapping(path = "/register", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Create an account")
    ResponseEntity<Envelope<Registered>> register(@RequestBody Registration body) {
        AccountView account = accounts.register(new RegisterCommand(body.username(), body.email(), body.password()));
        return Envelope.created(new Registered(account.userId(), account.username()));
    }

    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Open a session; the token goes into Authorization: Bearer, browsers get a cookie as well")
    Envelope<Login> login(@RequestBody Credentials body, HttpServletRequest request, HttpServletResponse response) {
        LoggedIn session = sessions.login(request, response, body.account(), body.password());
        AccountView who = session.account();
        return Envelope.ok(new Login(session.token(), who.userId(), who.username(), who.roles()));
    }

    @PostMapping("/logout")
    @Operation(summary = "End this session")
    Envelope<Void> logout(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
        sessions.logout(request, response);
        return Envelope.done();
    }

    @GetMapping("/me")
    @Operation(summary = "Who this session belongs to")
    Envelope<AccountView> me(CurrentUser user) {
        return Envelope.ok(accounts.account(user.userId()));
    }

    @PutMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change the password and end every other session")
    Envelope<Void> password(@RequestBody PasswordChange body, CurrentUser user, HttpServletRequest request) {
        sessions.changePassword(request, user, body.oldPassword(), body.newPassword());
        return Envelope.done();
    }

    record Registration(String username, String email, String password) {
        @Override
        public String toString() {
            return "Registration[username=" + username + "]";
        }
    }

    record Registered(long userId, String username) {}

    record Credentials(String account, String password) {
        @Override
        public String toString() {
            return "Credentials[account=" + account + "]";
        }
    }

    record Login(String token, long userId, String username, List<String> roles) {
        @Override
        public String toString() {
            return "Login[userId=" + userId + "]";
        }
    }

    record PasswordChange(String oldPassword, String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }
}
