package org.gomall.api.user;

import java.util.EnumSet;
import java.util.Set;

/** The life of a shop, and the steps it may take. Only an APPROVED one sells. */
public enum ShopStatus {
    /** Somebody applied and an admin has to decide. */
    PENDING,
    APPROVED,
    /** Turned down with a reason; the owner may apply again. */
    REJECTED,
    /** Closed by the operator in the database; no call leads here. */
    SUSPENDED;

    /** Whether the state machine knows a step from here to {@code next}. */
    public boolean canTransitionTo(ShopStatus next) {
        return successors().contains(next);
    }

    private Set<ShopStatus> successors() {
        return switch (this) {
            case PENDING -> EnumSet.of(APPROVED, REJECTED);
            case REJECTED -> EnumSet.of(PENDING);
            case APPROVED, SUSPENDED -> EnumSet.noneOf(ShopStatus.class);
        };
    }
}
