package org.gomall.platform.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gomall.api.ops.LawResult;
import org.gomall.api.ops.LawStatus;
import org.gomall.api.ops.ReconciliationReport;
import org.gomall.api.ops.Violation;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    private static final Law SLOW = new Law("I6", "slow", "nothing waits", "wait", Duration.ofMinutes(2), "SELECT 1");
    private static final Law STRICT = new Law("I1", "strict", "it adds up", "add", Duration.ZERO, "SELECT 1");

    @Test
    void what_is_under_way_is_no_violation_until_it_has_had_its_time() {
        ReconciliationReport first = look(null, 0, finding(SLOW, "1"));
        ReconciliationReport second = look(first, 119, finding(SLOW, "1"));
        ReconciliationReport third = look(second, 120, finding(SLOW, "1"));

        assertThat(first.laws().get(0).status()).isEqualTo(LawStatus.SETTLING);
        assertThat(second.laws().get(0).status()).isEqualTo(LawStatus.SETTLING);
        assertThat(third.laws().get(0).status()).isEqualTo(LawStatus.VIOLATED);
        assertThat(third.laws().get(0).violations()).containsExactly(new Violation(Map.of("id", "1"), START, true));
        assertThat(third.violated()).isTrue();
    }

    @Test
    void a_busy_system_in_which_every_row_is_another_one_breaks_nothing() {
        ReconciliationReport report = null;
        for (int second = 0; second < 600; second += 60) {
            report = look(report, second, finding(SLOW, "order " + second));
            assertThat(report.laws().get(0).status()).isEqualTo(LawStatus.SETTLING);
        }
        assertThat(report.violated()).isFalse();
    }

    @Test
    void what_one_transaction_keeps_true_has_no_grace() {
        assertThat(look(null, 0, finding(STRICT, "1")).laws().get(0).status()).isEqualTo(LawStatus.VIOLATED);
    }

    @Test
    void what_has_settled_and_breaks_again_gets_its_time_again() {
        ReconciliationReport first = look(null, 0, finding(SLOW, "1"));
        ReconciliationReport calm = look(first, 60, new Finding(SLOW, List.of(), null));
        ReconciliationReport again = look(calm, 300, finding(SLOW, "1"));

        assertThat(calm.laws().get(0).status()).isEqualTo(LawStatus.HOLDS);
        assertThat(again.laws().get(0).status()).isEqualTo(LawStatus.SETTLING);
    }

    @Test
    void a_law_that_could_not_be_checked_keeps_what_was_known_and_says_why() {
        ReconciliationReport first = look(null, 0, finding(STRICT, "1"));
        ReconciliationReport second = look(first, 300, new Finding(STRICT, List.of(), "too slow"));

        LawResult result = second.laws().get(0);
        assertThat(result.status()).isEqualTo(LawStatus.UNCHECKED);
        assertThat(result.problem()).isEqualTo("too slow");
        assertThat(result.violations()).isEqualTo(first.laws().get(0).violations());
    }

    @Test
    void the_next_look_comes_when_the_first_thing_has_used_up_its_time() {
        ReconciliationReport first = look(null, 0, finding(SLOW, "1"));

        assertThat(Judgement.nextLook(List.of(SLOW), first.laws(), START.plusSeconds(20)))
                .contains(Duration.ofSeconds(100));
        assertThat(Judgement.nextLook(
                        List.of(STRICT), look(null, 0, finding(STRICT, "1")).laws(), START))
                .isEmpty();
    }

    private static Finding finding(Law law, String id) {
        return new Finding(law, List.of(Map.of("id", id)), null);
    }

    private static ReconciliationReport look(ReconciliationReport before, int second, Finding finding) {
        Instant now = START.plusSeconds(second);
        return new ReconciliationReport(now, now, 0, Judgement.of(List.of(finding), before, now));
    }
}
