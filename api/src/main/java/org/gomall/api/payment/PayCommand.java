package org.gomall.api.payment;

import java.io.Serializable;
import java.util.List;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Wish to pay orders together. */
public record PayCommand(long userId, String idempotencyKey, List<Long> orderIds, PaymentMethod method)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .idempotencyKey(idempotencyKey)
                .size(orderIds, 1, 100, "orderIds")
                .that(method != null, "method", "must be WALLET")
                .orRefuse();
        Check.fields()
                .that(orderIds.stream().allMatch(id -> id > 0), "orderIds", "must be valid ids")
                .that(orderIds.stream().distinct().count() == orderIds.size(), "orderIds", "must not repeat")
                .orRefuse();
    }
}
