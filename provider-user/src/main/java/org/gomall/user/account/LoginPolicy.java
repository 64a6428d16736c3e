package org.gomall.user.account;

import java.time.Duration;

/**
 * How long to wait after so many failures in a row: nothing at first, then ever longer.
 *
 * @param freeFailures the wait begins with this failure
 * @param firstWait after it; each further failure doubles the wait
 * @param longestWait the end of doubling
 */
record LoginPolicy(long freeFailures, Duration firstWait, Duration longestWait) {

    private static final int MOST_DOUBLINGS = 30;

    /** The wait after failure number {@code failures}. */
    Duration waitAfter(long failures) {
        if (failures < Math.max(1, freeFailures)) {
            return Duration.ZERO;
        }
        long doublings = Math.min(MOST_DOUBLINGS, failures - Math.max(1, freeFailures));
        Duration wait = firstWait.multipliedBy(1L << doublings);
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }
}
