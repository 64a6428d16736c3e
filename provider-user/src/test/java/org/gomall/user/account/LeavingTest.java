package org.gomall.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.user.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.AddressCommand;
import org.gomall.api.user.AuthenticateCommand;
import org.gomall.api.user.LeaveCommand;
import org.gomall.api.user.LeavingObstacle;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.RegisterCommand;
import org.gomall.api.user.UpdateProfileCommand;
import org.gomall.platform.messaging.Outbox;
import org.gomall.platform.test.Eventually;
import org.gomall.user.Concurrently;
import org.gomall.user.Concurrently.Outcome;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who leaves is gone: from the table, from the logins, and for everybody who knew the name. */
@UserTest
class LeavingTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    private final String phone = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    private String name;
    private long userId;

    @BeforeEach
    void newAccount() {
        name = People.newName();
        AccountView account = remote.accounts().register(new RegisterCommand(name, name + "@example.org", PASSWORD));
        userId = account.userId();
        remote.accounts().updateProfile(new UpdateProfileCommand(userId, "nick-" + name, phone, "/media/a/1.png"));
        remote.addresses()
                .add(userId, new AddressCommand("recv-" + name, phone, "Z", "H", "X", "Street 7", "310000", true));
    }

    @Test
    void nothing_of_the_person_is_left_in_any_table() {
        assertRefused(ErrorCode.BAD_CREDENTIALS, () -> authenticate(name, "wrong password"));

        remote.leaving().close(new LeaveCommand(userId, PASSWORD));

        assertThat(columnsHolding(name)).isEmpty();
        assertThat(columnsHolding(phone)).isEmpty();
        assertThat(row())
                .containsEntry("username", "closed:" + userId)
                .containsEntry("email", "closed:" + userId)
                .containsEntry("status", "CLOSED")
                .containsEntry("password_hash", "");
        assertThat(people.addressRows(userId)).isEmpty();
        assertThat(count("SELECT COUNT(*) FROM user_roles WHERE user_id = ?", userId))
                .isZero();
        assertThat(count(
                        "SELECT COUNT(*) FROM login_failures WHERE subject = ?",
                        LoginSubject.account(userId).digest()))
                .isZero();
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.accounts().account(userId));
        assertRefused(ErrorCode.BAD_CREDENTIALS, () -> authenticate(name, PASSWORD));
        assertRefused(ErrorCode.BAD_CREDENTIALS, () -> authenticate("closed:" + userId, PASSWORD));
    }

    @Test
    void name_and_email_are_free_for_somebody_else() {
        remote.leaving().close(new LeaveCommand(userId, PASSWORD));

        AccountView next = remote.accounts().register(new RegisterCommand(name, name + "@example.org", PASSWORD));

        assertThat(next.userId()).isNotEqualTo(userId);
        assertThat(authenticate(name, PASSWORD).userId()).isEqualTo(next.userId());
        assertThat(remote.addresses().list(next.userId())).isEmpty();
    }

    @Test
    void a_wrong_password_changes_nothing_and_is_counted() {
        Map<String, Object> before = row();

        assertRefused(ErrorCode.BAD_CREDENTIALS, () -> remote.leaving().check(new LeaveCommand(userId, "wrong")));
        for (int i = 0; i < 4; i++) {
            assertRefused(ErrorCode.BAD_CREDENTIALS, () -> remote.leaving().close(new LeaveCommand(userId, "wrong")));
        }

        assertRefused(ErrorCode.RATE_LIMITED, () -> remote.leaving().close(new LeaveCommand(userId, PASSWORD)));
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void checking_changes_nothing() {
        Map<String, Object> before = row();

        remote.leaving().check(new LeaveCommand(userId, PASSWORD));

        assertThat(row()).isEqualTo(before);
        assertThat(remote.leaving().obstacles(userId)).isEmpty();
    }

    @Test
    void who_runs_a_shop_stays_until_it_is_closed() {
        shop("APPROVED");
        Map<String, Object> before = row();

        BusinessException refusal = assertRefused(
                ErrorCode.ILLEGAL_STATE, () -> remote.leaving().close(new LeaveCommand(userId, PASSWORD)));

        assertThat(refusal.details()).containsEntry("reason", "SHOP");
        assertThat(remote.leaving().obstacles(userId)).containsExactly(LeavingObstacle.SHOP);
        assertThat(row()).isEqualTo(before);
        assertThat(people.addressRows(userId)).hasSize(1);
    }

    @Test
    void an_application_for_a_shop_goes_with_the_person() {
        shop("PENDING");

        remote.leaving().close(new LeaveCommand(userId, PASSWORD));

        assertThat(jdbc.sql("SELECT name, description, status FROM shops WHERE owner_id = ?")
                        .param(userId)
                        .query()
                        .singleRow())
                .containsEntry("name", "closed:" + userId)
                .containsEntry("description", "")
                .containsEntry("status", "REJECTED");
    }

    @Test
    void of_leaving_and_getting_a_shop_at_once_one_happens() throws Exception {
        shop("PENDING");
        ActingUser admin = people.newAdmin();

        List<Outcome<Object>> outcomes = Concurrently.run(2, i -> {
            if (i == 0) {
                remote.leaving().close(new LeaveCommand(userId, PASSWORD));
            } else {
                remote.shopAdmin().approve(admin, userId);
            }
            return "done";
        });

        assertThat(outcomes.toString()).containsOnlyOnce("done").containsOnlyOnce("ILLEGAL_STATE");
        boolean stayed = "ACTIVE".equals(row().get("status"));
        assertThat(count("SELECT COUNT(*) FROM shops WHERE owner_id = ? AND status = 'APPROVED'", userId))
                .isEqualTo(stayed ? 1 : 0);
    }

    @Test
    void of_two_last_admins_who_leave_at_once_one_stays() throws Exception {
        jdbc.sql("DELETE FROM user_roles WHERE role = 'ADMIN'").update();
        AccountView other =
                remote.accounts().register(new RegisterCommand("b" + name, "b" + name + "@example.org", PASSWORD));
        people.grant(userId, "ADMIN");
        people.grant(other.userId(), "ADMIN");

        List<Outcome<Object>> outcomes = Concurrently.run(2, i -> {
            remote.leaving().close(new LeaveCommand(i == 0 ? userId : other.userId(), PASSWORD));
            return "left";
        });

        assertThat(outcomes.toString()).containsOnlyOnce("left");
        assertThat(count(
                        "SELECT COUNT(*) FROM user_roles u JOIN accounts a ON a.user_id = u.user_id"
                                + " WHERE u.role = 'ADMIN' AND a.status = 'ACTIVE' AND u.user_id IN (?, ?)",
                        userId,
                        other.userId()))
                .isEqualTo(1);
    }

    @Test
    void the_last_admin_stays_and_reads_why() {
        jdbc.sql("DELETE FROM user_roles WHERE role = 'ADMIN'").update();
        people.grant(userId, "ADMIN");
        Map<String, Object> before = row();

        BusinessException refusal = assertRefused(
                ErrorCode.ILLEGAL_STATE, () -> remote.leaving().close(new LeaveCommand(userId, PASSWORD)));

        assertThat(refusal.details()).containsEntry("reason", "LAST_ADMIN");
        assertThat(remote.leaving().obstacles(userId)).containsExactly(LeavingObstacle.LAST_ADMIN);
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void the_audit_log_keeps_the_acts_and_forgets_where_they_came_from_also_of_those_that_arrive_late() {
        entry("shop.apply", "{\"name\":\"shop-" + name + "\"}");
        entry("order.cancel", "{\"reason\":\"asked for\"}");

        remote.leaving().close(new LeaveCommand(userId, PASSWORD));
        transaction.executeWithoutResult(status -> outbox.publish(
                Topics.AUDIT,
                new PrivilegedAct(
                        userId, "192.0.2.77", "shop.update", "shop:1", Map.of("name", "shop-" + name), Instant.now())));

        Eventually.within(Duration.ofSeconds(60), () -> assertThat(entries())
                .containsExactly(
                        "order.cancel null {\"reason\":\"asked for\"}", "shop.apply null {}", "shop.update null {}"));
        Eventually.within(
                Duration.ofSeconds(60), () -> assertThat(columnsHolding(name)).isEmpty());
    }

    private void entry(String action, String details) {
        jdbc.sql("""
                        INSERT INTO audit_log (entry_id, actor_id, ip, action, subject, details, done_at)
                        VALUES (?, ?, '192.0.2.77', ?, 'order:1', ?, UTC_TIMESTAMP(6))
                        """)
                .params(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), userId, action, details)
                .update();
    }

    private List<String> entries() {
        return jdbc.sql("SELECT action, ip, details FROM audit_log WHERE actor_id = ? ORDER BY action")
                .param(userId)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    private AccountView authenticate(String account, String password) {
        return remote.accounts().authenticate(new AuthenticateCommand(account, password, null));
    }

    private void shop(String status) {
        jdbc.sql("""
                        INSERT INTO shops (shop_id, owner_id, name, description, status, created_at, updated_at)
                        VALUES (?, ?, ?, 'mine', ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
                        """).params(userId, userId, "shop-" + name, status).update();
    }

    private Map<String, Object> row() {
        return jdbc.sql("SELECT * FROM accounts WHERE user_id = ?")
                .param(userId)
                .query()
                .singleRow();
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    /** Every text column of the schema in which the text occurs. */
    private List<String> columnsHolding(String text) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : jdbc.sql("""
                        SELECT table_name AS t, column_name AS c FROM information_schema.columns
                        WHERE table_schema = DATABASE() AND data_type IN ('char', 'varchar', 'text', 'mediumtext', 'longtext')
                        """).query().listOfRows()) {
            String sql = "SELECT COUNT(*) FROM `" + column.get("t") + "` WHERE `" + column.get("c") + "` LIKE ?";
            if (count(sql, "%" + text + "%") > 0) {
                found.add(column.get("t") + "." + column.get("c"));
            }
        }
        return found;
    }
}
