package org.gomall.api.ops;

import java.io.Serializable;

/**
 * What came of replaying a dead letter.
 *
 * @param error why it failed again, or null
 */
public record ReplayOutcome(Result result, String error) implements Serializable {

    /** How it ended. */
    public enum Result {
        /** Applied now, once; the letter is gone. */
        HANDLED,
        /** There is no such letter (any more): somebody has replayed it before. */
        GONE,
        /** It failed again; the letter stays. */
        FAILED
    }
}
