package org.gomall.platform.messaging;

import java.lang.reflect.UndeclaredThrowableException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies an event to a handler once. */
final class Inbox {

    private final InboxTable table;
    private final TransactionTemplate transaction;

    Inbox(InboxTable table, TransactionTemplate transaction) {
        this.table = table;
        this.transaction = transaction;
    }

    /** Handles the event unless this handler has handled it before. */
    <E> void apply(EventHandler<E> handler, Delivery delivery) throws Exception {
        E event = EventJson.read(delivery.body(), handler.type());
        if (!handler.concerns(event)) {
            return;
        }
        if (handler.transactional()) {
            inTransaction(status -> {
                if (table.add(handler.name(), delivery)) {
                    handler.handle(event);
                } else {
                    status.setRollbackOnly();
                }
                return null;
            });
        } else if (!table.contains(handler.name(), delivery)) {
            handler.handle(event);
            table.add(handler.name(), delivery);
        }
    }

    /** Handles a dead letter and deletes it, for a transactional handler in one transaction. */
    <E> boolean replay(EventHandler<E> handler, long letterId) throws Exception {
        if (!handler.transactional()) {
            DeadLetter letter = table.letter(letterId).orElse(null);
            if (letter == null) {
                return false;
            }
            apply(handler, Delivery.of(letter));
            table.deleteLetter(letterId);
            return true;
        }
        return inTransaction(status -> {
            DeadLetter letter = table.lockLetter(letterId).orElse(null);
            if (letter == null) {
                return false;
            }
            if (table.add(handler.name(), Delivery.of(letter))) {
                handle(handler, Delivery.of(letter));
            }
            table.deleteLetter(letterId);
            return true;
        });
    }

    static <E> void handle(EventHandler<E> handler, Delivery delivery) throws Exception {
        E event = EventJson.read(delivery.body(), handler.type());
        if (handler.concerns(event)) {
            handler.handle(event);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(TransactionStatus status) throws Exception;
    }

    private <T> T inTransaction(Work<T> work) throws Exception {
        try {
            return transaction.execute(status -> {
                try {
                    return work.run(status);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new UndeclaredThrowableException(e);
                }
            });
        } catch (UndeclaredThrowableException e) {
            throw e.getUndeclaredThrowable() instanceof Exception checked ? checked : e;
        }
    }
}
