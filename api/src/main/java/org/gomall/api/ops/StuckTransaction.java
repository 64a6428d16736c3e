package org.gomall.api.ops;

import java.io.Serializable;
import java.time.Instant;

/**
 * A part of a global transaction that has been half-way for more than a minute.
 *
 * @param orderId the order it is about, or null when nothing tells
 * @param xid the global transaction, or null when only the state of a row tells that something is half-way
 * @param application where it is stuck
 * @param part the branch, or the kind of row
 * @param state where it stands
 * @param error why its second phase failed the last time, or null when it did not fail or was never asked
 * @param attempts how often its second phase has failed
 * @param since when it began
 * @param repairable whether the repair applies
 */
public record StuckTransaction(
        Long orderId,
        String xid,
        String application,
        String part,
        String state,
        String error,
        int attempts,
        Instant since,
        boolean repairable)
        implements Serializable {}
