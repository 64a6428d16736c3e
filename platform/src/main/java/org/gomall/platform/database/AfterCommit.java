package org.gomall.platform.database;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Things that are true only once a local transaction has committed: figures, news to others. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs {@code action} when the current transaction has committed; at once outside of one, and never after a rollback. */
    public static void run(Runnable action) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Committed(action));
        } else {
            action.run();
        }
    }

    private record Committed(Runnable action) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            action.run();
        }
    }
}
