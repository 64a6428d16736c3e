package org.gomall.bench.contest;

import java.util.List;

/** Everything that can be measured on a running mall, in the order in which it is. */
public final class Contests {

    /** Fills the mall with a million rows of everything: only measured when somebody asks for it by its name. */
    public static final String GROWTH = Growing.NAME;

    private Contests() {}

    /** Those that change rows come last: their events and time-outs would be in the way of the others. */
    public static List<Contest> all() {
        return List.of(
                Reads.json(),
                Reads.page(),
                new Calls(),
                Switched.sentinel(),
                new Sessions(),
                Switched.tracing(),
                new Orders(),
                new Transactions(),
                new OrderAnatomy(),
                new Latencies(),
                new Growing());
    }
}
