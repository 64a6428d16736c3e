package org.gomall.platform.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalInt;
import org.gomall.platform.id.Ids;
import org.junit.jupiter.api.Test;

class CellsTest {

    private static final Instant MARCH = Instant.parse("2027-03-01T00:00:00Z");
    private static final OptionalInt NONE = OptionalInt.empty();

    @Test
    void a_mall_of_one_cell_keeps_everything_in_it() {
        Cells cells = new Cells("", NONE);

        assertThat(cells.isOne()).isTrue();
        assertThat(cells.ofUser(1_001)).isZero();
        assertThat(cells.keep(Long.MAX_VALUE)).isTrue();
        assertThat(cells.keepUser(1_001)).isTrue();
    }

    @Test
    void users_stay_in_the_cell_of_the_era_in_which_they_registered() {
        Cells before = new Cells("0", NONE);
        Cells after = new Cells("0 2027-03-01T00:00:00Z=0-3", NONE);

        for (long user = 1_001; user < Ids.lowest(MARCH); user += Ids.lowest(MARCH) / 1_000) {
            assertThat(after.ofUser(user)).isEqualTo(before.ofUser(user));
        }
    }

    @Test
    void those_who_register_later_are_spread_evenly() {
        Cells cells = new Cells("0 2027-03-01T00:00:00Z=0-3 2028-01-01T00:00:00Z=4-15", NONE);
        int[] users = new int[Ids.CELLS];
        for (int i = 0; i < 40_000; i++) {
            // The numbers of one process: sequence 0 in most milliseconds.
            users[cells.ofUser(Ids.lowest(MARCH.plusSeconds(i)))]++;
        }

        for (int cell = 0; cell < Ids.CELLS; cell++) {
            if (cell < 4) {
                assertThat(users[cell]).as("users in cell " + cell).isBetween(9_500, 10_500);
            } else {
                assertThat(users[cell]).isZero();
            }
        }
    }

    @Test
    void a_process_keeps_what_its_cell_has_made_and_the_users_placed_there() {
        Cells second = new Cells("0-1", OptionalInt.of(1));
        Cells web = new Cells("0-1", NONE);
        long made = Ids.lowest(MARCH) | 32L << 12;

        assertThat(Ids.cellOf(made)).isEqualTo(1);
        assertThat(second.keep(made)).isTrue();
        assertThat(second.keep(Ids.lowest(MARCH))).isFalse();
        assertThat(web.keep(made)).isFalse();
        for (long user = 1_001; user < 1_050; user++) {
            assertThat(second.keepUser(user)).isEqualTo(web.ofUser(user) == 1);
        }
    }

    @Test
    void guests_have_a_cell_by_their_token() {
        Cells cells = new Cells("0 2027-03-01T00:00:00Z=2-3", NONE);

        assertThat(cells.ofGuest("aaaaaaaaaaaaaaaaaaaaaaaa")).isBetween(2, 3);
    }

    @Test
    void nonsense_is_refused() {
        refused("x");
        refused("0-32");
        refused("3-2");
        refused("2027-03-01T00:00:00Z=0");
        refused("0 1");
        refused("0 2027-03-01T00:00:00Z=1 2026-03-01T00:00:00Z=2");
        assertThatThrownBy(() -> new Cells("0-3", OptionalInt.of(4)))
                .hasMessageContaining("nobody is placed in cell 4");
    }

    private static void refused(String placement) {
        assertThatThrownBy(() -> new Cells(placement, NONE)).isInstanceOf(IllegalArgumentException.class);
    }
}
