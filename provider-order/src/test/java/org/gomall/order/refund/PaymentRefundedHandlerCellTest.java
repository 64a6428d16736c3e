package org.gomall.order.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.gomall.api.payment.PaymentRefunded;
import org.gomall.platform.cells.Cells;
import org.junit.jupiter.api.Test;

class PaymentRefundedHandlerCellTest {

    private static final Cells SECOND = new Cells("0-1", OptionalInt.of(1));

    /** Before anything is looked at: this cell has no such row, and that would mean something else. */
    @Test
    void a_refund_of_another_cell_is_left_to_it() {
        assertThat(new PaymentRefundedHandler(null, SECOND).concerns(new PaymentRefunded(1, 2, 3, 500, 1_003)))
                .isFalse();
    }
}
