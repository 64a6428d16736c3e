package org.gomall.web.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.ProfileView;
import org.gomall.api.user.UpdateProfileCommand;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What users tell about themselves. */
@RestController
@RequestMapping("/api/users/me")
@Tag(name = "Accounts")
class ProfileApi {

    private final AccountService accounts;

    ProfileApi(AccountService accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Operation(summary = "My profile")
    Envelope<ProfileView> get(CurrentUser user) {
        return Envelope.ok(accounts.profile(user.userId()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace my profile")
    Envelope<ProfileView> put(@RequestBody Profile body, CurrentUser user) {
        return Envelope.ok(accounts.updateProfile(
                new UpdateProfileCommand(user.userId(), body.nickname(), body.phone(), body.avatar())));
    }

    record Profile(String nickname, String phone, String avatar) {
        @Override
        public String toString() {
            return "Profile[]";
        }
    }
}
