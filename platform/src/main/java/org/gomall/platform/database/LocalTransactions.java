package org.gomall.platform.database;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transaction templates of the own schema. */
public final class LocalTransactions {

    private final PlatformTransactionManager manager;

    LocalTransactions(PlatformTransactionManager manager) {
        this.manager = manager;
    }

    /** Joins the transaction that is there, or begins one. */
    public TransactionTemplate joining() {
        return template(TransactionDefinition.PROPAGATION_REQUIRED);
    }

    /** Always a transaction of its own, on another connection than the one around it. */
    public TransactionTemplate alwaysNew() {
        return template(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private TransactionTemplate template(int propagation) {
        TransactionTemplate template = new TransactionTemplate(manager);
        template.setPropagationBehavior(propagation);
        return template;
    }
}
