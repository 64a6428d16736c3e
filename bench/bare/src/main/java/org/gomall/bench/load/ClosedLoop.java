package org.gomall.bench.load;

import java.time.Duration;

/** As much as a number of clients gets done, each of which waits for an answer before it asks again. */
public final class ClosedLoop {

    private ClosedLoop() {}

    /** Counts what was answered within this time; what was asked in it and answered later counts as nothing. */
    public static Slice run(Clients source, int clients, Duration length) throws Exception {
        return Crew.work(source, clients, length, (client, tally, start) -> work(client, tally, start, length));
    }

    private static void work(Client client, Tally tally, long start, Duration length) {
        long end = start + length.toNanos();
        long asked = System.nanoTime();
        while (asked - end < 0) {
            try {
                client.once();
                long answered = System.nanoTime();
                if (answered - end <= 0) {
                    tally.done(answered - asked);
                }
            } catch (Exception e) {
                tally.failed(e);
            }
            asked = System.nanoTime();
        }
    }
}
