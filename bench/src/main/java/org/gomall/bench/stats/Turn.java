package org.gomall.bench.stats;

import java.util.List;

/** Whose slice it is. */
public enum Turn {
    OURS,
    REFERENCE;

    /**
     * The slices of one round. What drifts evenly while it goes on (heat, caches, a neighbour that grows) meets both alike:
     * neither is always the first.
     */
    public static List<Turn> round() {
        return List.of(OURS, REFERENCE, REFERENCE, OURS);
    }
}
