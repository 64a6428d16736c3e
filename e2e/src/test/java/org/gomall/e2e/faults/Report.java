package org.gomall.e2e.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run of faults showed.
 *
 * @param facts machine, versions, seed and the like, in the order in which they are shown
 * @param samples every request, for the plots; empty when there was no single load
 * @param laws what has to be true in the end; empty when each episode has checked that for itself
 */
record Report(
        String title,
        Instant startedAt,
        Duration length,
        Map<String, String> facts,
        List<Episode> episodes,
        List<Sample> samples,
        List<Law> laws) {

    /**
     * @param violations empty when it holds
     */
    record Law(String name, String words, List<String> violations) {

        boolean holds() {
            return violations.isEmpty();
        }
    }

    boolean isGood() {
        return laws.stream().allMatch(Law::holds);
    }
}
