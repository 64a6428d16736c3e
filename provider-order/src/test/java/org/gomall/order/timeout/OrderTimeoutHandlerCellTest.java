package org.gomall.order.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.gomall.api.order.OrdersTimeoutDue;
import org.gomall.platform.cells.Cells;
import org.junit.jupiter.api.Test;

class OrderTimeoutHandlerCellTest {

    private static final Cells SECOND = new Cells("0-1", OptionalInt.of(1));

    /** Before anything is looked at: this cell has no such row, and that would mean something else. */
    @Test
    void an_order_of_another_cell_is_left_to_it() {
        assertThat(new OrderTimeoutHandler(null, SECOND).concerns(new OrdersTimeoutDue(List.of(1_003L))))
                .isFalse();
    }
}
