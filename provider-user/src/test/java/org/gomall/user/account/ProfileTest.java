package org.gomall.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.user.Refusals.assertRefused;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.AuthenticateCommand;
import org.gomall.api.user.ChangePasswordCommand;
import org.gomall.api.user.ProfileView;
import org.gomall.api.user.RegisterCommand;
import org.gomall.api.user.UpdateProfileCommand;
import org.gomall.user.Concurrently;
import org.gomall.user.Concurrently.Outcome;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@UserTest
class ProfileTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String NEW_PASSWORD = "another horse battery";

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Autowired
    private Clock clock;

    private String name;
    private long userId;

    @BeforeEach
    void newAccount() {
        name = People.newName();
        AccountView account = remote.accounts().register(new RegisterCommand(name, name + "@example.org", PASSWORD));
        userId = account.userId();
    }

    @Test
    void a_new_profile_has_the_user_name_as_nickname_and_nothing_else() {
        ProfileView profile = remote.accounts().profile(userId);

        assertThat(profile)
                .isEqualTo(new ProfileView(userId, name, name + "@example.org", name, null, null, profile.createdAt()));
        assertThat(profile.createdAt()).isCloseTo(clock.instant(), Assertions.within(Duration.ofMinutes(1)));
    }

    @Test
    void a_profile_is_replaced_as_a_whole() {
        ProfileView full = remote.accounts()
                .updateProfile(new UpdateProfileCommand(userId, " 小明 😀 ", "+86 199 0000 1234", "/media/a/1.png"));
        assertThat(full.nickname()).isEqualTo("小明 😀");
        assertThat(full.phone()).isEqualTo("+86 199 0000 1234");
        assertThat(full.avatar()).isEqualTo("/media/a/1.png");
        assertThat(remote.accounts().profile(userId)).isEqualTo(full);

        ProfileView cleared = remote.accounts().updateProfile(new UpdateProfileCommand(userId, null, null, null));
        assertThat(cleared.nickname()).isEqualTo(name);
        assertThat(cleared.phone()).isNull();
        assertThat(cleared.avatar()).isNull();
    }

    @Test
    void only_the_own_profile_changes() {
        long other = people.newUser();
        ProfileView before = remote.accounts().profile(other);

        remote.accounts().updateProfile(new UpdateProfileCommand(userId, "Me", null, null));

        assertThat(remote.accounts().profile(other)).isEqualTo(before);
    }

    @Test
    void malformed_profiles_are_refused_and_nothing_changes() {
        ProfileView before = remote.accounts().profile(userId);

        UpdateProfileCommand malformed =
                new UpdateProfileCommand(userId, "n".repeat(33), "0".repeat(21), "https://elsewhere.example/x.png");
        assertThat(assertRefused(ErrorCode.VALIDATION, () -> remote.accounts().updateProfile(malformed))
                        .details())
                .containsOnlyKeys("nickname", "phone", "avatar");
        assertRefused(ErrorCode.VALIDATION, () -> remote.accounts()
                .updateProfile(new UpdateProfileCommand(userId, "a\u001bb", null, null)));

        assertThat(remote.accounts().profile(userId)).isEqualTo(before);
    }

    @Test
    void nobody_has_no_profile() {
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.accounts().profile(1));
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.accounts().account(1));
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.accounts()
                .updateProfile(new UpdateProfileCommand(1, "Nobody", null, null)));
    }

    @Test
    void a_new_password_replaces_the_old_one() {
        remote.accounts().changePassword(new ChangePasswordCommand(userId, PASSWORD, NEW_PASSWORD));

        assertThat(login(NEW_PASSWORD).userId()).isEqualTo(userId);
        assertRefused(ErrorCode.BAD_CREDENTIALS, () -> login(PASSWORD));
    }

    @Test
    void a_wrong_old_password_changes_nothing_and_guessing_it_is_slowed_down() {
        ChangePasswordCommand guess = new ChangePasswordCommand(userId, "a wrong guess", NEW_PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertRefused(ErrorCode.BAD_CREDENTIALS, () -> remote.accounts().changePassword(guess));
        }
        assertRefused(ErrorCode.RATE_LIMITED, () -> remote.accounts().changePassword(guess));
        assertRefused(ErrorCode.RATE_LIMITED, () -> login(PASSWORD));
    }

    @Test
    void a_weak_new_password_is_refused() {
        assertThat(assertRefused(ErrorCode.VALIDATION, () -> remote.accounts()
                                .changePassword(new ChangePasswordCommand(userId, PASSWORD, "1234567")))
                        .details())
                .containsOnlyKeys("newPassword");
        assertThat(login(PASSWORD).userId()).isEqualTo(userId);
    }

    @Test
    void of_two_changes_at_once_one_wins() throws Exception {
        List<Outcome<String>> outcomes = Concurrently.run(2, number -> {
            String wished = NEW_PASSWORD + number;
            remote.accounts().changePassword(new ChangePasswordCommand(userId, PASSWORD, wished));
            return wished;
        });

        assertThat(outcomes).filteredOn(Outcome::ok).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.ok())
                .extracting(Outcome::refusal)
                .containsExactly(ErrorCode.BAD_CREDENTIALS);
        String winner =
                outcomes.stream().filter(Outcome::ok).findFirst().orElseThrow().value();
        assertThat(login(winner).userId()).isEqualTo(userId);
    }

    private AccountView login(String password) {
        return remote.accounts().authenticate(new AuthenticateCommand(name, password, "192.0.2.9"));
    }
}
