package org.gomall.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionCopiesTest {

    private static final LiveSession ONE = new LiveSession(1, false, 7);
    private static final LiveSession TWO = new LiveSession(2, false, 7);

    private final SessionCopies copies = new SessionCopies();

    @Test
    void gives_nothing_without_a_lease() {
        assertThat(copies.areWanted()).isFalse();
        assertThat(copies.keep("one", ONE, copies.drops())).isFalse();
        assertThat(copies.areWanted()).isTrue();
        assertThat(copies.find("one")).isNull();

        assertThat(copies.renewed(copies.heard(), 100, System.nanoTime()))
                .as("Redis does not know yet that change 100 has been heard of")
                .isFalse();
        assertThat(copies.find("one"))
                .as("whatever was found before the first lease may be old")
                .isNull();
        assertThat(copies.keep("one", ONE, copies.drops())).isTrue();
        assertThat(copies.find("one")).isEqualTo(ONE);
        assertThat(copies.renewed(copies.heard(), 100, System.nanoTime())).isTrue();
        assertThat(copies.find("one")).isEqualTo(ONE);
    }

    @Test
    void a_lease_counts_from_when_its_renewal_was_sent() throws InterruptedException {
        lease(100);
        copies.keep("one", ONE, copies.drops());

        copies.renewed(100, 100, System.nanoTime() - SessionCopies.TRUSTED.toNanos());

        assertThat(copies.find("one")).isNull();
        copies.renewed(100, 100, System.nanoTime());
        assertThat(copies.find("one")).as("nothing has changed meanwhile").isEqualTo(ONE);
        Thread.sleep(SessionCopies.TRUSTED.toMillis() + 1);
        assertThat(copies.find("one")).isNull();
        assertThat(SessionChanges.LONGEST_WAIT).isGreaterThan(SessionCopies.TRUSTED.plus(Duration.ofMillis(200)));
    }

    @Test
    void the_next_change_drops_what_it_is_about_and_no_more() {
        lease(100);
        copies.keep("one", ONE, copies.drops());
        copies.keep("two", TWO, copies.drops());

        copies.changed(101, List.of("one"));

        assertThat(copies.find("one")).isNull();
        assertThat(copies.find("two")).isEqualTo(TWO);
        assertThat(copies.heard()).isEqualTo(101);
        copies.changed(102, List.of());
        assertThat(copies.find("two")).isNull();
    }

    @Test
    void any_other_change_drops_everything() {
        lease(100);
        for (long number : new long[] {102, 102, 90, 92}) {
            copies.keep("two", TWO, copies.drops());
            assertThat(copies.find("two")).isEqualTo(TWO);
            copies.changed(number, List.of("one"));
            assertThat(copies.find("two")).as("%d", number).isNull();
        }
    }

    @Test
    void a_renewal_that_tells_of_unheard_changes_drops_everything() {
        lease(100);
        copies.keep("one", ONE, copies.drops());

        assertThat(copies.renewed(100, 101, System.nanoTime())).isFalse();

        assertThat(copies.find("one")).isNull();
        assertThat(copies.heard()).isEqualTo(101);
    }

    @Test
    void a_change_that_is_heard_while_a_renewal_is_under_way_is_told_by_the_next() {
        lease(100);
        copies.keep("two", TWO, copies.drops());
        copies.changed(101, List.of("one"));

        assertThat(copies.renewed(100, 100, System.nanoTime())).isFalse();
        assertThat(copies.heard()).isEqualTo(101);
        assertThat(copies.renewed(100, 101, System.nanoTime())).isFalse();
        assertThat(copies.renewed(101, 101, System.nanoTime())).isTrue();
        assertThat(copies.find("two")).isEqualTo(TWO);
    }

    @Test
    void what_was_asked_before_a_change_is_not_kept_after_it() {
        lease(100);
        for (Runnable change : List.<Runnable>of(
                () -> copies.changed(101, List.of("one")),
                () -> copies.changed(102, List.of("another")),
                () -> copies.changed(103, List.of()),
                () -> copies.renewed(103, 104, System.nanoTime()))) {
            long asked = copies.drops();
            change.run();
            copies.keep("one", ONE, asked);
            assertThat(copies.find("one")).isNull();
        }
    }

    @Test
    void what_was_kept_is_gone_with_the_lease() {
        lease(100);
        copies.keep("one", ONE, copies.drops());
        long asked = copies.drops();

        copies.end();

        assertThat(copies.find("one")).isNull();
        lease(100);
        copies.keep("two", TWO, asked);
        assertThat(copies.find("one")).isNull();
        assertThat(copies.find("two")).isNull();
    }

    private void lease(long last) {
        copies.renewed(copies.heard(), last, System.nanoTime());
        assertThat(copies.heard()).isEqualTo(last);
    }
}
