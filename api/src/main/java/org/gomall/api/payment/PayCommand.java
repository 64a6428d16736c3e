package org.gomall.api.payment;

import java.io.Serializable;
import java.util.List;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Wish to pay orders together.
 *
 * @param cardId which of the user's cards; null unless the method is CARD
 */
public record PayCommand(long userId, String idempotencyKey, List<Long> orderIds, PaymentMethod method, Long cardId)
        implements Checked, Serializable {

    /** Without a card. */
    public PayCommand(long userId, String idempotencyKey, List<Long> orderIds, PaymentMethod method) {
        this(userId, idempotencyKey, orderIds, method, null);
    }

    @Override
    public void check() {
        Check.fields()
                .idempotencyKey(idempotencyKey)
                .size(orderIds, 1, 100, "orderIds")
                .that(method != null, "method", "must be WALLET or CARD")
                .that(method != PaymentMethod.CARD || cardId != null && cardId > 0, "cardId", "must name a card")
                .that(method == PaymentMethod.CARD || cardId == null, "cardId", "is only for payments by card")
                .orRefuse();
        Check.fields()
                .that(orderIds.stream().allMatch(id -> id > 0), "orderIds", "must be valid ids")
                .that(orderIds.stream().distinct().count() == orderIds.size(), "orderIds", "must not repeat")
                .orRefuse();
    }
}
