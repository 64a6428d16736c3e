package org.gomall.api.payment;

import java.io.Serializable;
import java.time.Instant;

/**
 * One order's share of a payment, for the shop that sold it; amounts in fen. Who paid is not the shop's business.
 *
 * @param status of the whole payment, which may pay orders of other shops as well
 */
public record ShopPaymentView(
        long paymentId,
        long orderId,
        PaymentMethod method,
        PaymentStatus status,
        long amountCents,
        long refundedCents,
        Instant createdAt)
        implements Serializable {}
