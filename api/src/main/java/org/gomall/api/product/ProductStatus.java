package org.gomall.api.product;

import java.util.EnumSet;
import java.util.Set;

/** The life of a product, and the steps it may take. Only an APPROVED one is seen and sold. */
public enum ProductStatus {
    /** The merchant still works on it. */
    DRAFT,
    /** An admin has to look at it; until then it cannot be changed. */
    PENDING,
    APPROVED,
    /** Turned down with a reason; the merchant changes it and submits it again. */
    REJECTED,
    /** Taken off the shelf by the merchant. */
    UNLISTED;

    /** Whether the state machine knows a step from here to {@code next}. */
    public boolean canTransitionTo(ProductStatus next) {
        return successors().contains(next);
    }

    private Set<ProductStatus> successors() {
        return switch (this) {
            case DRAFT, REJECTED, UNLISTED -> EnumSet.of(PENDING);
            case PENDING -> EnumSet.of(APPROVED, REJECTED);
            // What buyers read has changed and must be looked at again, or the merchant takes it down.
            case APPROVED -> EnumSet.of(PENDING, UNLISTED);
        };
    }
}
