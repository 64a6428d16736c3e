package org.gomall.order.refund;

import org.gomall.api.common.BusinessException;
import org.gomall.api.payment.RefundService;
import org.gomall.api.stock.StockReservationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does at once what events do in any case: asks provider-payment for the money, and settles when it is back. Every
 * neighbour may be away, and the process may die at any line.
 */
@Component
class MoneyBack {

    private static final Logger log = LoggerFactory.getLogger(MoneyBack.class);

    private final RefundService payments;
    private final StockReservationService stock;
    private final RefundDesk desk;

    MoneyBack(RefundService payments, StockReservationService stock, RefundDesk desk) {
        this.payments = payments;
        this.stock = stock;
        this.desk = desk;
    }

    /** To be called after the approval has committed. Safe to repeat. */
    void drive(StoredRefund refund) {
        try {
            if (payments.refund(refund.approved()) && desk.finish(refund.refundId())) {
                stock.takeBack(refund.orderId());
            }
        } catch (BusinessException later) {
            log.info("refund {} is settled by its events: {}", refund.refundId(), later.getMessage());
        }
    }
}
