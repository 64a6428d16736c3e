package org.gomall.user.audit;

import org.springframework.stereotype.Component;

/** What the audit log holds of people besides their acts. */
@Component
public class AuditTraces {

    private final AuditMapper log;

    AuditTraces(AuditMapper log) {
        this.log = log;
    }

    /**
     * Removes it, in the transaction that closes the account; the acts stay, done by a number. An act that is logged later
     * comes without traces by itself. Safe to repeat.
     */
    public void remove(long userId) {
        log.removeTraces(userId);
    }
}
