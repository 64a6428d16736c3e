package org.gomall.user.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gomall.user.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AuditEntryView;
import org.gomall.api.user.AuditQuery;
import org.gomall.api.user.BanCommand;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.SetRolesCommand;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@UserTest
class AuditLogTest {

    private static final Duration HANDLED = Duration.ofSeconds(60);

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Autowired
    private PrivilegedActHandler handler;

    @Autowired
    private JdbcClient jdbc;

    private ActingUser admin;

    @BeforeEach
    void appoint_an_admin() {
        admin = people.newAdmin();
    }

    @Test
    void every_act_leaves_one_entry_and_a_refused_one_none() {
        long userId = people.newUser();
        remote.directory().ban(new BanCommand(admin, userId, "stolen goods"));
        assertRefused(ErrorCode.ILLEGAL_STATE, () -> remote.directory().ban(new BanCommand(admin, userId, "again")));
        remote.directory().unban(admin, userId);
        remote.directory().setRoles(new SetRolesCommand(admin, userId, List.of("OPS")));
        remote.directory().setRoles(new SetRolesCommand(admin, userId, List.of("OPS")));

        await().atMost(HANDLED).untilAsserted(() -> assertThat(of("user:" + userId))
                .extracting(AuditEntryView::action)
                .containsExactlyInAnyOrder("user.ban", "user.unban", "user.roles"));
        AuditEntryView ban = of("user:" + userId).stream()
                .filter(entry -> entry.action().equals("user.ban"))
                .findFirst()
                .orElseThrow();
        assertThat(ban.actorId()).isEqualTo(admin.userId());
        assertThat(ban.actor()).isNotBlank();
        assertThat(ban.ip()).isEqualTo(admin.ip());
        assertThat(ban.details()).isEqualTo(Map.of("reason", "stolen goods"));
    }

    @Test
    void the_web_puts_its_own_acts_on_record_and_only_for_admins() {
        PrivilegedAct kick = act(admin.userId(), "user.kick", "user:5", Map.of());
        remote.audit().record(kick);
        assertRefused(ErrorCode.NO_PERMISSION, () -> remote.audit()
                .record(act(people.newUser(), "user.kick", "user:6", Map.of())));

        await().atMost(HANDLED).untilAsserted(() -> assertThat(
                        list(new AuditQuery(admin, admin.userId(), "user.kick", null, null, null, 1, 20)))
                .extracting(AuditEntryView::subject)
                .containsExactly("user:5"));
    }

    @Test
    void who_is_on_call_records_acts_of_operations_and_no_others() {
        long onCall = people.newUser();
        people.grant(onCall, "OPS");
        remote.audit().record(act(onCall, "ops.rules", "flow-rules:2", Map.of()));
        assertRefused(ErrorCode.NO_PERMISSION, () -> remote.audit()
                .record(act(onCall, "access-rules.change", "access-rules:2", Map.of())));
        assertRefused(ErrorCode.NO_PERMISSION, () -> remote.audit()
                .record(act(people.newUser(), "ops.rules", "flow-rules:2", Map.of())));

        await().atMost(HANDLED).untilAsserted(() -> assertThat(of("flow-rules:2"))
                .extracting(AuditEntryView::actorId)
                .containsExactly(onCall));
    }

    @Test
    void entries_are_found_by_who_what_whom_and_when() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        for (int i = 0; i < 3; i++) {
            handler.handle(new PrivilegedAct(
                    admin.userId(), null, "order.cancel", "order:" + i, Map.of(), noon.plus(i, ChronoUnit.HOURS)));
        }

        assertThat(list(new AuditQuery(admin, admin.userId(), null, null, null, null, 1, 2)))
                .extracting(AuditEntryView::subject)
                .containsExactly("order:2", "order:1");
        assertThat(list(new AuditQuery(
                        admin, admin.userId(), "order.cancel", "order:1", noon, noon.plusSeconds(3601), 1, 20)))
                .hasSize(1);
        assertThat(list(new AuditQuery(admin, admin.userId(), null, null, noon, noon.plus(1, ChronoUnit.HOURS), 1, 20)))
                .extracting(AuditEntryView::subject)
                .containsExactly("order:0");
        assertThat(list(new AuditQuery(admin, admin.userId(), "order", null, null, null, 1, 20)))
                .isEmpty();
        assertRefused(ErrorCode.VALIDATION, () -> remote.audit()
                .list(new AuditQuery(admin, null, null, null, noon, noon, 1, 20)));
        assertRefused(ErrorCode.NO_PERMISSION, () -> remote.audit()
                .list(new AuditQuery(new ActingUser(people.newUser(), null), null, null, null, null, null, 1, 20)));
    }

    @Test
    void nobody_writes_a_second_line_or_loses_an_entry_by_its_length() {
        handler.handle(act(
                admin.userId(),
                "user.ban\r\n2026-01-01 user.unban",
                "user:\u2028" + "9".repeat(300),
                Map.of("reason", "a\nb\u202Ec\u0000" + "x".repeat(5_000), "more", "y".repeat(5_000))));

        AuditEntryView entry = list(new AuditQuery(admin, admin.userId(), null, null, null, null, 1, 20))
                .get(0);
        assertThat(entry.action()).isEqualTo("user.ban  2026-01-01 user.unban");
        assertThat(entry.subject()).startsWith("user: 999").hasSize(128).endsWith("…");
        assertThat(entry.details().get("reason")).startsWith("a b c x").hasSize(1_000);
    }

    @Test
    void lists_are_read_by_their_indexes() {
        for (String[] query : new String[][] {
            {"l.actor_id = 1", "audit_log_actor"},
            {"l.action = 'a'", "audit_log_action"},
            {"l.subject = 's'", "audit_log_subject"}
        }) {
            String plan = jdbc.sql("EXPLAIN SELECT l.entry_id FROM audit_log l WHERE " + query[0]
                            + " ORDER BY l.done_at DESC, l.entry_id DESC LIMIT 20")
                    .query()
                    .listOfRows()
                    .toString();
            assertThat(plan).contains("key=" + query[1]).doesNotContain("filesort");
        }
    }

    private List<AuditEntryView> of(String subject) {
        return list(new AuditQuery(admin, null, null, subject, null, null, 1, 20));
    }

    private List<AuditEntryView> list(AuditQuery query) {
        return remote.audit().list(query).items();
    }

    private static PrivilegedAct act(long actorId, String action, String subject, Map<String, String> details) {
        return new PrivilegedAct(actorId, "192.0.2.1", action, subject, details, Instant.parse("2026-03-01T12:00:00Z"));
    }
}
