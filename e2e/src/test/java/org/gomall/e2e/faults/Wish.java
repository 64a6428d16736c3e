package org.gomall.e2e.faults;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gomall.e2e.Answer;
import org.gomall.e2e.Shopper;

/** A write that is repeated, with the same idempotency key, until its answer is final. Belongs to one thread. */
final class Wish {

    private static final long USUAL_WAIT_MILLIS = 500;

    private final Kind kind;
    private final Function<Shopper, Answer> request;
    private final Consumer<Answer> whenFinal;
    private long notBefore = System.nanoTime();

    Wish(Kind kind, Function<Shopper, Answer> request, Consumer<Answer> whenFinal) {
        this.kind = kind;
        this.request = request;
        this.whenFinal = whenFinal;
    }

    Kind kind() {
        return kind;
    }

    Function<Shopper, Answer> request() {
        return request;
    }

    boolean isDue() {
        return System.nanoTime() - notBefore >= 0;
    }

    void fulfil(Answer answer) {
        whenFinal.accept(answer);
    }

    /**
     * Waits as long as the answer asks for, and not exactly as long as everybody else.
     *
     * @param answer null when there was none
     */
    void later(Answer answer) {
        String retryAfter = answer == null ? null : answer.header("Retry-After");
        long millis = retryAfter == null ? USUAL_WAIT_MILLIS : Math.max(1, Long.parseLong(retryAfter)) * 1_000;
        notBefore = System.nanoTime() + ThreadLocalRandom.current().nextLong(millis, millis * 3 / 2) * 1_000_000;
    }
}
