package org.gomall.payment.payments;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out what the channel shall be asked about, each to one instance at a time. The usual answer is that there is nothing,
 * which a plain look tells for less than a transaction.
 */
@Component
class ChannelWork {

    private static final int BATCH = 20;

    private final ChargeMapper charges;
    private final RefundMapper refunds;

    ChannelWork(ChargeMapper charges, RefundMapper refunds) {
        this.charges = charges;
        this.refunds = refunds;
    }

    boolean anyCharges() {
        return charges.anyDue();
    }

    boolean anyRefunds() {
        return refunds.anyDue();
    }

    /** Charges that are due. Each comes again after a growing pause until the channel has decided. */
    @Transactional
    List<ChargeRow> charges() {
        List<Long> due = charges.due(BATCH);
        if (!due.isEmpty()) {
            charges.postpone(due);
        }
        return due.stream().map(charges::find).toList();
    }

    /** Refunds that are due, in the same way. */
    @Transactional
    List<RefundRow> refunds() {
        List<Long> due = refunds.due(BATCH);
        if (!due.isEmpty()) {
            refunds.postpone(due);
        }
        return due.stream().map(refunds::find).toList();
    }
}
