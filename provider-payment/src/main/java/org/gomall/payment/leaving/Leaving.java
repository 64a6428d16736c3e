package org.gomall.payment.leaving;

import org.gomall.payment.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes the person from the books; the entries stay, because they belong to others as well. */
@Component
class Leaving {

    private final Ledger ledger;

    Leaving(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Pays out and closes the wallet. */
    @Transactional
    void leave(long userId) {
        ledger.close(userId);
    }
}
