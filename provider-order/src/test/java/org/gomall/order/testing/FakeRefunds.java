package org.gomall.order.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.RefundApproved;
import org.gomall.api.payment.PaymentRefunded;
import org.gomall.api.payment.RefundService;
import org.gomall.platform.messaging.Outbox;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives money back in memory, once per refund, with switches for everything that can go wrong with it. */
public class FakeRefunds implements RefundService {

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Map<Long, Long> givenBack = new ConcurrentHashMap<>();
    private volatile ErrorCode fault;
    private volatile boolean slow;

    FakeRefunds(Outbox outbox, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Every call fails like this. */
    public void fault(ErrorCode fault) {
        this.fault = fault;
    }

    /** The money takes its time, as a card channel does: it moves when {@link #arrive} says so. */
    public void slow() {
        slow = true;
    }

    /** Everything works again. */
    public void reset() {
        fault = null;
        slow = false;
    }

    /** What went back by this refund, or null. */
    public Long givenBack(long refundId) {
        return givenBack.get(refundId);
    }

    /** The money is back; tells so, once. */
    public void arrive(RefundApproved approved) {
        if (givenBack.putIfAbsent(approved.refundId(), approved.amountCents()) == null) {
            tell(approved);
        }
    }

    /** Tells that the money is back, maybe not for the first time. */
    public void tell(RefundApproved approved) {
        transaction.executeWithoutResult(status -> outbox.publish(
                Topics.PAYMENT,
                new PaymentRefunded(
                        approved.paymentId(),
                        approved.userId(),
                        approved.orderId(),
                        approved.amountCents(),
                        approved.refundId())));
    }

    @Override
    public boolean refund(RefundApproved approved) {
        if (fault != null) {
            throw new BusinessException(fault);
        }
        if (!slow) {
            arrive(approved);
        }
        return !slow;
    }
}
