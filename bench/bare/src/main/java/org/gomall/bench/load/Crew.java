package org.gomall.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that work at the same time, each one on a thread of its own. */
final class Crew {

    /** What one client does from the common start on. */
    interface Shift {

        void work(Client client, Tally tally, long start);
    }

    private Crew() {}

    /** Lets all of them be ready before any of them begins. */
    static Slice work(Clients source, int clients, Duration length, Shift shift) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients, Crew::thread);
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch begin = new CountDownLatch(1);
        long[] start = new long[1];
        try {
            List<Future<Tally>> tallies = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                tallies.add(threads.submit(() -> {
                    Tally tally = new Tally();
                    try (Client client = ready(source, number, clients, ready)) {
                        begin.await();
                        shift.work(client, tally, start[0]);
                    }
                    return tally;
                }));
            }
            ready.await();
            start[0] = System.nanoTime();
            begin.countDown();
            return sum(tallies, length);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Client ready(Clients source, int number, int clients, CountDownLatch ready) throws Exception {
        try {
            return source.client(number, clients);
        } finally {
            ready.countDown();
        }
    }

    private static Slice sum(List<Future<Tally>> tallies, Duration length) throws Exception {
        Slice sum = new Slice(0, 0, Duration.ZERO, Slice.histogram(), "");
        try {
            for (Future<Tally> tally : tallies) {
                sum = sum.plus(tally.get().slice(Duration.ZERO));
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        return new Slice(sum.done(), sum.failed(), length, sum.latencies(), sum.failure());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "client");
        thread.setDaemon(true);
        return thread;
    }
}
