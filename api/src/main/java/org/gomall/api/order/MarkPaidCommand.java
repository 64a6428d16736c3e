package org.gomall.api.order;

import java.io.Serializable;
import java.util.List;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Money that a payment captured for orders. */
public record MarkPaidCommand(long paymentId, List<OrderAmount> orders) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .id(paymentId, "paymentId")
                .size(orders, 1, OrderLimits.MAX_LINES, "orders")
                .orRefuse();
    }
}
