package org.gomall.platform.figures;

import java.time.Instant;
import java.util.List;
import org.gomall.platform.sentinel.RecentRefusals;
import org.gomall.platform.sentinel.RuleState;

/**
 * What a process says about itself.
 *
 * @param instance where it is called, as Nacos knows it
 * @param resources what Sentinel counts, incoming and outgoing
 * @param rules which Sentinel rules are in force
 */
record Figures(
        String application,
        String instance,
        String version,
        Instant startedAt,
        Requests requests,
        List<Resource> resources,
        List<RuleState.Kind> rules) {

    /**
     * The last ten seconds.
     *
     * @param errorRate the share of faults, 0 to 1; refusals are none
     */
    record Requests(double qps, double p95Millis, double errorRate) {}

    /**
     * One Sentinel resource over the last ten seconds.
     *
     * @param incoming whether this process is asked for it, and does not ask somebody else
     * @param passQps let through, for each second
     * @param avgRtMillis of the calls that have ended; 0 when none has
     * @param threads calls under way
     * @param refused in the last ten minutes, by kind of rule
     */
    record Resource(
            String resource,
            boolean incoming,
            double passQps,
            double blockQps,
            double exceptionQps,
            double avgRtMillis,
            int threads,
            List<RecentRefusals.Refused> refused) {}
}
