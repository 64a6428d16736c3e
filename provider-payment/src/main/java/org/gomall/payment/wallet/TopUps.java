package org.gomall.payment.wallet;

import org.gomall.api.payment.TopUpView;
import org.gomall.payment.idempotency.Idempotency;
import org.gomall.payment.idempotency.IdempotentRequest;
import org.gomall.payment.ledger.Ledger;
import org.gomall.platform.id.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books a top-up in one local transaction. */
@Component
class TopUps {

    private final Ledger ledger;
    private final Idempotency idempotency;
    private final Ids ids;

    TopUps(Ledger ledger, Idempotency idempotency, Ids ids) {
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @Transactional
    TopUpView book(IdempotentRequest request, long amountCents) {
        TopUpView topUp = ledger.topUp(request.userId(), ids.next(), amountCents);
        idempotency.record(request, topUp.topupId());
        return topUp;
    }
}
