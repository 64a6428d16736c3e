package org.gomall.api.ops;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One look at all laws over all schemas, as they were at one moment.
 *
 * @param startedAt the moment
 * @param tookMillis how long looking took
 */
public record ReconciliationReport(Instant startedAt, Instant finishedAt, long tookMillis, List<LawResult> laws)
        implements Serializable {

    /** Whether some law is broken for sure. */
    public boolean violated() {
        return laws.stream().anyMatch(law -> law.status() == LawStatus.VIOLATED);
    }
}
