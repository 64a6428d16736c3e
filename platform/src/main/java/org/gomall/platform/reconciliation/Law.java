package org.gomall.platform.reconciliation;

import java.time.Duration;

/**
 * Something that is true over all schemas whenever nothing is under way. Plain Java, because the end-to-end tests ask the
 * same questions as the live check.
 *
 * @param code the invariant it belongs to: I1 to I9; several laws can share one
 * @param key names the law in bundles and links
 * @param title what is true, in a few words
 * @param remedy what to do when it is not
 * @param grace how long something may break the law while it is under way; zero for what one transaction keeps true
 * @param sql lists what breaks the law, one row each; the labels of its columns say what the values are, and the first two
 *     columns tell rows apart. Reads only, names its schemas
 */
public record Law(String code, String key, String title, String remedy, Duration grace, String sql) {

    /** The first {@code most} rows that break the law, always in the same order. */
    public String query(int most) {
        return sql + " ORDER BY 1, 2 LIMIT " + most;
    }
}
