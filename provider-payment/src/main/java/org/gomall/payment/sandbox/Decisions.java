package org.gomall.payment.sandbox;

import org.gomall.platform.failures.Failures;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides what is due. A decision and the callbacks that tell of it are one transaction, so a crash loses neither. */
@Component
class Decisions {

    private static final int PAUSE_MS = 200;
    private static final long STALE_AFTER_MS = 1_000;
    private static final String DECLINE = "gomall.failures.decline-cards";

    private final SandboxMapper tables;
    private final Callbacks callbacks;
    private final TransactionTemplate transaction;
    private final Failures failures;

    Decisions(SandboxMapper tables, Callbacks callbacks, TransactionTemplate transaction, Failures failures) {
        this.tables = tables;
        this.callbacks = callbacks;
        this.transaction = transaction;
        this.failures = failures;
    }

    /** A plain look first: usually there is nothing, and that is worth no transaction. */
    @Scheduled(fixedDelay = PAUSE_MS)
    void decide() {
        if (tables.anyToDecide()) {
            transaction.executeWithoutResult(status -> decideAll());
        }
    }

    private void decideAll() {
        tables.dueCharges().forEach(this::decide);
        tables.dueRefunds().forEach(refund -> {
            tables.giveBack(refund.reference());
            callbacks.refund(refund, "DONE");
        });
    }

    private void decide(SandboxCharge charge) {
        boolean declined = charge.behaviour() == Behaviour.DECLINED || failures.strikes(DECLINE);
        String outcome = declined ? "DECLINED" : "SUCCEEDED";
        tables.decide(charge.reference(), outcome);
        switch (charge.behaviour()) {
            case LOST -> {
                // Nobody is told.
            }
            case DUPLICATED -> {
                String event = callbacks.charge(charge, outcome, 0);
                callbacks.again(event, charge, outcome);
                callbacks.charge(charge, outcome, 0);
            }
            case REORDERED -> {
                callbacks.charge(charge, outcome, 0);
                callbacks.charge(charge, "PENDING", STALE_AFTER_MS);
            }
            case QUICK, DECLINED, SLOW, LATE -> callbacks.charge(charge, outcome, 0);
        }
    }
}
