package org.gomall.user.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.user.Refusals.assertRefused;

import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AuthenticateCommand;
import org.gomall.api.user.BanCommand;
import org.gomall.api.user.RegisterCommand;
import org.gomall.api.user.SetRolesCommand;
import org.gomall.api.user.UserQuery;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.gomall.user.Concurrently;
import org.gomall.user.Concurrently.Outcome;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@UserTest
class DirectoryTest {

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private ActingUser admin;

    @BeforeEach
    void appoint_an_admin() {
        admin = people.newAdmin();
    }

    @Test
    void users_are_found_by_the_beginning_of_name_or_address_and_by_state() {
        long userId = people.newUser();
        UserView user = remote.directory().get(admin, userId);
        assertThat(user.roles()).containsExactly("USER");
        assertThat(user.permissions()).isNotEmpty();

        assertThat(find(user.username().substring(0, 18), null)).containsExactly(user);
        assertThat(find(user.username().toUpperCase(), UserStatus.ACTIVE)).containsExactly(user);
        assertThat(find(user.email(), null)).containsExactly(user);
        assertThat(find(user.username(), UserStatus.BANNED)).isEmpty();
        assertThat(remote.directory().named(admin, " " + user.username().toUpperCase()))
                .isEqualTo(user);
        assertThat(remote.directory().named(admin, user.email())).isEqualTo(user);
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.directory()
                .named(admin, user.username().substring(0, 18)));
        assertThat(find("%", null)).as("means itself").isEmpty();
        assertThat(find("u_________________", null)).isEmpty();
        assertThat(remote.directory()
                        .list(new UserQuery(admin, null, null, 1, 2))
                        .items())
                .hasSize(2);
        assertRefused(ErrorCode.VALIDATION, () -> remote.directory().list(new UserQuery(admin, null, null, 1, 101)));
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.directory().get(admin, 77));
    }

    @Test
    void a_banned_user_cannot_log_in_until_the_ban_is_lifted() {
        String name = People.newName();
        long userId = remote.accounts()
                .register(new RegisterCommand(name, name + "@example.org", "long enough"))
                .userId();
        AuthenticateCommand right = new AuthenticateCommand(name, "long enough", "192.0.2.8");

        assertThat(remote.directory()
                        .ban(new BanCommand(admin, userId, "sold stolen goods"))
                        .status())
                .isEqualTo(UserStatus.BANNED);
        assertRefused(ErrorCode.BANNED, () -> remote.accounts().authenticate(right));
        assertRefused(ErrorCode.BANNED, () -> remote.accounts().account(userId));
        assertRefused(ErrorCode.BAD_CREDENTIALS, () -> remote.accounts()
                .authenticate(new AuthenticateCommand(name, "wrong one", "192.0.2.8")));
        assertRefused(ErrorCode.ILLEGAL_STATE, () -> remote.directory().ban(new BanCommand(admin, userId, "again")));

        assertThat(remote.directory().unban(admin, userId).status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(remote.accounts().authenticate(right).userId()).isEqualTo(userId);
        assertRefused(ErrorCode.ILLEGAL_STATE, () -> remote.directory().unban(admin, userId));
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.directory().unban(admin, 77));
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.directory().ban(new BanCommand(admin, 77, "nobody")));
        assertRefused(ErrorCode.VALIDATION, () -> remote.directory().ban(new BanCommand(admin, userId, " ")));
    }

    @Test
    void roles_are_replaced_as_a_whole_and_user_always_stays() {
        long userId = people.newUser();

        assertThat(setRoles(userId, "MERCHANT", "OPS").roles()).containsExactly("MERCHANT", "OPS", "USER");
        assertThat(setRoles(userId, "OPS", "USER").roles()).containsExactly("OPS", "USER");
        assertThat(setRoles(userId).roles()).containsExactly("USER");
        assertThat(assertRefused(ErrorCode.VALIDATION, () -> setRoles(userId, "NO_SUCH"))
                        .details())
                .containsKey("roles");
        people.setStatus(userId, "CLOSED");
        assertRefused(ErrorCode.NOT_FOUND, () -> setRoles(userId, "OPS"));
    }

    @Test
    void nobody_but_an_active_admin_looks_or_acts_whatever_the_web_says() {
        long victim = people.newUser();
        ActingUser merchant = new ActingUser(people.newUser(), "192.0.2.9");
        people.grant(merchant.userId(), "MERCHANT");

        assertRefused(ErrorCode.NO_PERMISSION, () -> remote.directory().get(merchant, victim));
        assertRefused(ErrorCode.NO_PERMISSION, () -> remote.directory().named(merchant, "anybody"));
        assertRefused(
                ErrorCode.NO_PERMISSION, () -> remote.directory().list(new UserQuery(merchant, null, null, 1, 20)));
        assertRefused(ErrorCode.NO_PERMISSION, () -> remote.directory().list(new UserQuery(null, null, null, 1, 20)));
        assertRefused(ErrorCode.NO_PERMISSION, () -> remote.directory().ban(new BanCommand(merchant, victim, "x")));
        assertRefused(ErrorCode.NO_PERMISSION, () -> remote.directory().unban(merchant, victim));
        assertRefused(ErrorCode.NO_PERMISSION, () -> remote.directory()
                .setRoles(new SetRolesCommand(merchant, merchant.userId(), List.of("ADMIN"))));
        assertThat(remote.directory().get(admin, victim).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void one_active_admin_always_stays_also_when_two_take_the_role_from_each_other() throws Exception {
        onlyAdmin(admin.userId());
        assertRefused(ErrorCode.ILLEGAL_STATE, () -> setRoles(admin.userId(), "USER"));
        assertRefused(
                ErrorCode.ILLEGAL_STATE, () -> remote.directory().ban(new BanCommand(admin, admin.userId(), "me")));

        for (int round = 0; round < 10; round++) {
            ActingUser other = people.newAdmin();
            List<Outcome<UserView>> outcomes = Concurrently.run(2, number -> {
                ActingUser actor = number == 0 ? admin : other;
                ActingUser target = number == 0 ? other : admin;
                return remote.directory().setRoles(new SetRolesCommand(actor, target.userId(), List.of("USER")));
            });
            assertThat(outcomes).filteredOn(Outcome::ok).hasSize(1);
            assertThat(activeAdmins()).hasSize(1);
            admin = new ActingUser(activeAdmins().get(0), null);
        }
    }

    @Test
    void a_banned_admin_does_not_count_as_the_one_who_stays() {
        ActingUser other = people.newAdmin();
        onlyAdmin(admin.userId());
        people.grant(other.userId(), "ADMIN");
        remote.directory().ban(new BanCommand(admin, other.userId(), "gone"));

        assertRefused(ErrorCode.ILLEGAL_STATE, () -> setRoles(admin.userId(), "USER"));
    }

    private UserView setRoles(long userId, String... roles) {
        return remote.directory().setRoles(new SetRolesCommand(admin, userId, List.of(roles)));
    }

    private List<UserView> find(String text, UserStatus status) {
        return remote.directory()
                .list(new UserQuery(admin, text, status, 1, 20))
                .items();
    }

    private void onlyAdmin(long userId) {
        jdbc.sql("DELETE FROM user_roles WHERE role = 'ADMIN' AND user_id <> ?")
                .param(userId)
                .update();
    }

    private List<Long> activeAdmins() {
        return jdbc.sql("""
                        SELECT r.user_id FROM user_roles r JOIN accounts a ON a.user_id = r.user_id
                        WHERE r.role = 'ADMIN' AND a.status = 'ACTIVE'
                        """).query(Long.class).list();
    }
}
