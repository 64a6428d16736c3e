package org.gomall.order.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.payment.PaymentSucceeded;
import org.gomall.platform.cells.Cells;
import org.junit.jupiter.api.Test;

class PaymentSucceededHandlerCellTest {

    private static final Cells SECOND = new Cells("0-1", OptionalInt.of(1));

    /** Before anything is looked at: this cell has no such row, and that would mean something else. */
    @Test
    void money_for_orders_of_another_cell_is_left_to_it() {
        assertThat(new PaymentSucceededHandler(null, SECOND)
                        .concerns(new PaymentSucceeded(1, 2, List.of(new OrderAmount(1_003, 500)))))
                .isFalse();
    }
}
