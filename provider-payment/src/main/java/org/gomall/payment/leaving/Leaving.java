package org.gomall.payment.leaving;

import org.gomall.payment.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes the person from the books; the entries stay, because they belong to others as well. */
@Component
class Leaving {

    private final LeavingMapper mapper;
    private final Ledger ledger;

    Leaving(LeavingMapper mapper, Ledger ledger) {
        this.mapper = mapper;
        this.ledger = ledger;
    }

    /** Forgets the cards, and pays out and closes the wallet. */
    @Transactional
    void leave(long userId) {
        mapper.deleteCards(userId);
        ledger.close(userId);
    }
}
