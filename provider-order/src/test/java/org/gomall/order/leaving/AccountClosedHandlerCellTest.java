package org.gomall.order.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.gomall.api.user.AccountClosed;
import org.gomall.platform.cells.Cells;
import org.junit.jupiter.api.Test;

class AccountClosedHandlerCellTest {

    private static final Cells SECOND = new Cells("0-1", OptionalInt.of(1));

    /** Before anything is looked at: this cell has no such row, and that would mean something else. */
    @Test
    void somebody_of_another_cell_is_left_to_it() {
        long stranger = LongStream.range(1, 100)
                .filter(user -> SECOND.ofUser(user) == 0)
                .findFirst()
                .orElseThrow();

        assertThat(new AccountClosedHandler(null, null, SECOND).concerns(new AccountClosed(stranger)))
                .isFalse();
    }
}
