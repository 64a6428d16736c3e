package org.gomall.e2e.faults;

import java.time.Duration;

/** When a fault took place, counted from the start of the load: its beginning, its end, and when all parts were ready. */
record Happening(String fault, String row, Duration began, Duration ended, Duration healed) {

    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(5);

    /**
     * Lets a fault happen to the mall which a load is on; returns when all parts are ready again.
     *
     * @param meanwhile is done as soon as it has begun
     */
    static Happening of(Fault fault, Load load, Runnable meanwhile) {
        Duration began;
        Duration ended = null;
        Duration healed;
        try {
            fault.prepare();
            began = load.now();
            fault.begin();
            meanwhile.run();
            Duration rest = fault.lasts().minus(load.now().minus(began));
            load.run(rest.isNegative() ? Duration.ZERO : rest);
            ended = load.now();
        } finally {
            fault.end();
            healed = load.now();
        }
        return new Happening(fault.name(), fault.row(), began, ended, healed);
    }

    /** Until when the requests count as sent during the fault: five seconds at the least. */
    Duration looked() {
        Duration shortest = began.plus(SHORTEST_LOOK);
        return ended.compareTo(shortest) < 0 ? shortest : ended;
    }

    /**
     * What it did to the load.
     *
     * @param until when the next fault began, or now
     */
    Episode judge(Load load, Duration until) {
        return new Episode(
                fault,
                row,
                began,
                ended,
                healed,
                load.figures(began, looked()),
                load.figures(began, looked(), Kind.BROWSE),
                load.recovery(ended, until),
                Failures.most(load.samples(began, looked())));
    }
}
