package org.gomall.api.stock;

import java.io.Serializable;
import java.util.List;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Puts the pieces that an order half-way holds back to what they should be.
 *
 * @param lines what the order says it holds, all of this order; empty when the order is not there (any more)
 */
public record RestoreReservationCommand(long orderId, List<ReserveLine> lines) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .id(orderId, "orderId")
                .size(lines, 0, 200, "lines")
                .that(
                        lines == null || lines.stream().allMatch(line -> line.orderId() == orderId),
                        "lines",
                        "must be of this order")
                .orRefuse();
    }
}
