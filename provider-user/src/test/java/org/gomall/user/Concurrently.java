package org.gomall.user;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/** Many calls at the same moment. */
public final class Concurrently {

    private Concurrently() {}

    /** What a call came to: a value, or a refusal. */
    public record Outcome<T>(T value, ErrorCode refusal) {

        /** Whether there was no refusal. */
        public boolean ok() {
            return refusal == null;
        }
    }

    /** Calls with the numbers 0 to {@code times - 1} at once; any other exception than a refusal fails. */
    public static <T> List<Outcome<T>> run(int times, IntFunction<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Outcome<T>>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                running.add(threads.submit((Callable<Outcome<T>>) () -> {
                    start.await();
                    return outcome(call, number);
                }));
            }
            start.countDown();
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<Outcome<T>> one : running) {
                outcomes.add(one.get(60, TimeUnit.SECONDS));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Outcome<T> outcome(IntFunction<T> call, int number) {
        try {
            return new Outcome<>(call.apply(number), null);
        } catch (BusinessException refusal) {
            return new Outcome<>(null, refusal.error());
        }
    }
}
