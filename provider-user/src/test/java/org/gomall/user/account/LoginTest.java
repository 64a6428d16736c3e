package org.gomall.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.user.Refusals.assertRefused;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.AuthenticateCommand;
import org.gomall.api.user.RegisterCommand;
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
class LoginTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String WRONG = "wrong horse battery";
    private static final int FREE = 5;
    private static final int FREE_OF_NETWORK = 20;
    private static final int BURST = 16;

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private LoginThrottle throttle;

    private String name;
    private long userId;

    @BeforeEach
    void newAccount() {
        name = People.newName();
        userId = remote.accounts()
                .register(new RegisterCommand(name, name + "@example.org", PASSWORD))
                .userId();
    }

    @Test
    void lets_in_by_name_or_e_mail_in_any_case() {
        AccountView account = login(name, PASSWORD);

        assertThat(account.userId()).isEqualTo(userId);
        assertThat(account.roles()).containsExactly("USER");
        assertThat(login(name.toUpperCase(Locale.ROOT), PASSWORD)).isEqualTo(account);
        assertThat(login(name + "@EXAMPLE.org", PASSWORD)).isEqualTo(account);
        assertThat(login("  " + name + " ", PASSWORD)).isEqualTo(account);
    }

    @Test
    void an_unknown_account_and_a_wrong_password_look_the_same() {
        BusinessException wrong = refused(ErrorCode.BAD_CREDENTIALS, name, WRONG);
        BusinessException unknown = refused(ErrorCode.BAD_CREDENTIALS, People.newName(), WRONG);
        BusinessException unknownMail = refused(ErrorCode.BAD_CREDENTIALS, People.newName() + "@example.org", WRONG);
        BusinessException otherCase = refused(ErrorCode.BAD_CREDENTIALS, name, PASSWORD.toUpperCase(Locale.ROOT));

        assertThat(List.of(unknown, unknownMail, otherCase)).allSatisfy(refusal -> {
            assertThat(refusal.getMessage()).isEqualTo(wrong.getMessage());
            assertThat(refusal.details()).isEqualTo(wrong.details());
        });
    }

    @Test
    void every_attempt_costs_one_hash_whoever_is_asked_for() {
        long banned = people.newUser();
        people.setStatus(banned, "BANNED");
        long closed = people.newUser();
        people.setStatus(closed, "CLOSED");

        assertThat(hashesOf(() -> refused(ErrorCode.BAD_CREDENTIALS, name, WRONG)))
                .isEqualTo(1);
        assertThat(hashesOf(() -> refused(ErrorCode.BAD_CREDENTIALS, People.newName(), WRONG)))
                .isEqualTo(1);
        assertThat(hashesOf(() -> refused(ErrorCode.BAD_CREDENTIALS, usernameOf(banned), WRONG)))
                .isEqualTo(1);
        assertThat(hashesOf(() -> refused(ErrorCode.BAD_CREDENTIALS, usernameOf(closed), WRONG)))
                .isEqualTo(1);
        assertThat(hashesOf(() -> login(name, PASSWORD))).isEqualTo(1);
    }

    @Test
    void who_is_banned_learns_it_only_with_the_right_password() {
        people.setStatus(userId, "BANNED");

        refused(ErrorCode.BANNED, name, PASSWORD);
        refused(ErrorCode.BAD_CREDENTIALS, name, WRONG);
        assertRefused(ErrorCode.BANNED, () -> remote.accounts().account(userId));
        people.setStatus(userId, "ACTIVE");
        assertThat(login(name, PASSWORD).userId()).isEqualTo(userId);
    }

    @Test
    void a_closed_account_does_not_exist() {
        people.setStatus(userId, "CLOSED");

        refused(ErrorCode.BAD_CREDENTIALS, name, PASSWORD);
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.accounts().account(userId));
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.accounts().profile(userId));
    }

    @Test
    void after_a_few_wrong_passwords_even_the_right_one_has_to_wait() {
        failTimes(FREE);

        BusinessException refusal = refused(ErrorCode.RATE_LIMITED, name, PASSWORD);
        assertThat(((Number) refusal.details().get("retryAfterSeconds")).longValue())
                .isBetween(1L, 5L);
        refused(ErrorCode.RATE_LIMITED, name + "@example.org", PASSWORD);
        assertThat(hashesOf(() -> refused(ErrorCode.RATE_LIMITED, name, WRONG)))
                .as("no work for who is blocked")
                .isZero();
        assertThat(failures()).as("refused attempts do not count").isEqualTo(FREE);
    }

    @Test
    void every_further_failure_doubles_the_wait_and_success_forgets_them_all() {
        failTimes(FREE);
        waitIsOver();
        refused(ErrorCode.BAD_CREDENTIALS, name, WRONG);
        BusinessException second = refused(ErrorCode.RATE_LIMITED, name, PASSWORD);
        assertThat(((Number) second.details().get("retryAfterSeconds")).longValue())
                .isBetween(6L, 10L);

        waitIsOver();
        assertThat(login(name, PASSWORD).userId()).isEqualTo(userId);
        assertThat(failures()).isZero();
        failTimes(FREE - 1);
        assertThat(login(name, PASSWORD).userId()).isEqualTo(userId);
    }

    @Test
    void failures_long_ago_are_forgotten() {
        failTimes(FREE);
        waitIsOver();
        jdbc.sql("UPDATE login_failures SET last_failed_at = UTC_TIMESTAMP(6) - INTERVAL 61 MINUTE WHERE subject = ?")
                .param(LoginSubject.account(userId).digest())
                .update();

        refused(ErrorCode.BAD_CREDENTIALS, name, WRONG);

        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void one_account_being_locked_does_not_lock_the_others() {
        String neighbour = People.newName();
        remote.accounts().register(new RegisterCommand(neighbour, neighbour + "@example.org", PASSWORD));
        failTimes(FREE);

        assertThat(login(neighbour, PASSWORD).username()).isEqualTo(neighbour);
    }

    @Test
    void an_unknown_account_is_locked_like_a_known_one() {
        String nobody = People.newName();
        for (int i = 0; i < FREE; i++) {
            refused(ErrorCode.BAD_CREDENTIALS, nobody, WRONG);
        }

        refused(ErrorCode.RATE_LIMITED, nobody.toUpperCase(Locale.ROOT), WRONG);
    }

    @Test
    void a_network_that_tries_many_accounts_has_to_wait() {
        String network = "2001:db8:" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff) + ":";
        for (int i = 0; i < FREE_OF_NETWORK; i++) {
            AuthenticateCommand guess = new AuthenticateCommand(People.newName(), WRONG, network + "7::" + i);
            assertRefused(ErrorCode.BAD_CREDENTIALS, () -> remote.accounts().authenticate(guess));
        }

        assertRefused(ErrorCode.RATE_LIMITED, () -> remote.accounts()
                .authenticate(new AuthenticateCommand(name, PASSWORD, network + "7::ffff")));
        assertThat(remote.accounts()
                        .authenticate(new AuthenticateCommand(name, PASSWORD, network + "8::1"))
                        .userId())
                .isEqualTo(userId);
    }

    @Test
    void a_success_does_not_clear_the_count_of_the_network() {
        String ip = anyIp();
        assertRefused(ErrorCode.BAD_CREDENTIALS, () -> remote.accounts()
                .authenticate(new AuthenticateCommand(People.newName(), WRONG, ip)));

        remote.accounts().authenticate(new AuthenticateCommand(name, PASSWORD, ip));

        assertThat(failuresOf(LoginSubject.network(ip).orElseThrow())).isEqualTo(1);
    }

    @Test
    void a_burst_of_guesses_learns_no_more_than_guesses_one_by_one() throws Exception {
        List<Outcome<AccountView>> outcomes = Concurrently.run(BURST, number -> login(name, WRONG + number));

        assertThat(outcomes)
                .extracting(Outcome::refusal)
                .filteredOn(ErrorCode.BAD_CREDENTIALS::equals)
                .hasSize(FREE);
        assertThat(outcomes)
                .extracting(Outcome::refusal)
                .filteredOn(ErrorCode.RATE_LIMITED::equals)
                .hasSize(BURST - FREE);
        assertThat(failures()).isEqualTo(FREE);
    }

    @Test
    void a_person_may_log_in_many_times_at_once() throws Exception {
        failTimes(FREE - 1);

        List<Outcome<AccountView>> outcomes = Concurrently.run(6, number -> login(name, PASSWORD));

        assertThat(outcomes).allMatch(Outcome::ok);
    }

    @Test
    void malformed_attempts_are_refused_and_not_counted() {
        refused(ErrorCode.VALIDATION, null, PASSWORD);
        refused(ErrorCode.VALIDATION, " ", PASSWORD);
        refused(ErrorCode.VALIDATION, "a".repeat(255), PASSWORD);
        refused(ErrorCode.VALIDATION, "a\u0000b", PASSWORD);
        refused(ErrorCode.VALIDATION, name, null);
        refused(ErrorCode.VALIDATION, name, "");
        refused(ErrorCode.VALIDATION, name, "x".repeat(129));

        assertThat(failures()).isZero();
    }

    @Test
    void old_counts_are_swept_and_fresh_ones_stay() {
        failTimes(1);
        String old = LoginSubject.nobody(People.newName()).digest();
        jdbc.sql("""
                        INSERT INTO login_failures (subject, scope, failures, last_failed_at)
                        VALUES (?, 'ACCOUNT', 3, TIMESTAMPADD(MINUTE, -61, UTC_TIMESTAMP(6)))
                        """).param(old).update();

        throttle.purge();

        assertThat(failures()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM login_failures WHERE subject = ?")
                        .param(old)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private AccountView login(String account, String password) {
        return remote.accounts().authenticate(new AuthenticateCommand(account, password, anyIp()));
    }

    private BusinessException refused(ErrorCode code, String account, String password) {
        return assertRefused(code, () -> login(account, password));
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            refused(ErrorCode.BAD_CREDENTIALS, name, WRONG);
        }
    }

    private void waitIsOver() {
        jdbc.sql("UPDATE login_failures SET blocked_until = UTC_TIMESTAMP(6) WHERE subject = ?")
                .param(LoginSubject.account(userId).digest())
                .update();
    }

    private long failures() {
        return failuresOf(LoginSubject.account(userId));
    }

    private long failuresOf(LoginSubject subject) {
        return jdbc.sql("SELECT COALESCE(SUM(failures), 0) FROM login_failures WHERE subject = ?")
                .param(subject.digest())
                .query(Long.class)
                .single();
    }

    private String usernameOf(long id) {
        return jdbc.sql("SELECT username FROM accounts WHERE user_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private long hashesOf(Runnable work) {
        long before = meters.get("gomall.password.hash").timer().count();
        work.run();
        return meters.get("gomall.password.hash").timer().count() - before;
    }

    /** Another network each time, so that only the account counts. */
    private static String anyIp() {
        UUID random = UUID.randomUUID();
        return "2001:db8:%x:%x::1".formatted(random.hashCode() & 0xffff, random.getMostSignificantBits() & 0xffff);
    }
}
