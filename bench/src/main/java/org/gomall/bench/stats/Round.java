package org.gomall.bench.stats;

/**
 * One round of alternated slices.
 *
 * @param ours of our side a second
 * @param reference of the other a second
 */
public record Round(double ours, double reference) {

    /** 0 where there is nothing to compare with: a yardstick that stands still proves nothing. */
    public double ratio() {
        return reference > 0 ? ours / reference : 0;
    }
}
