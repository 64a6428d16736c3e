package org.gomall.order.place;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Somebody who waits at the {@link Gathering}. */
final class Member {

    private final Wish wish;
    private final CompletableFuture<Share> share = new CompletableFuture<>();
    private final CompletableFuture<List<Member>> call = new CompletableFuture<>();
    private volatile String leaderTrace = "";

    Member(Wish wish) {
        this.wish = wish;
    }

    Wish wish() {
        return wish;
    }

    /** What becomes of the purchase; the first word counts. */
    void answer(Share answer) {
        share.complete(answer);
    }

    CompletableFuture<Share> share() {
        return share;
    }

    /** Completed with the group that this one has to lead. */
    CompletableFuture<List<Member>> call() {
        return call;
    }

    /** Where the work of the group is traced and logged. */
    void ledBy(String trace) {
        leaderTrace = trace;
    }

    String leaderTrace() {
        return leaderTrace;
    }
}
