package org.gomall.stock.reservation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReserveLine;
import org.gomall.platform.seata.OpenBranch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The purchases of this process that reach for one SKU right now; see {@link Shelves}. */
final class Shelf {

    private static final Logger log = LoggerFactory.getLogger(Shelf.class);

    private static final int MOST_TOGETHER = 64;

    /** Longer than a transaction may wait for a lock; the caller of the service has gone by then. */
    private static final long PATIENCE_MS = 3_000;

    private final TakenPieces pieces;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean busy;

    /** How many are here; changed by {@link Shelves} only. */
    private int visitors;

    Shelf(TakenPieces pieces) {
        this.pieces = pieces;
    }

    /** What becomes of somebody who waits. */
    private enum Turn {
        /** Take for all of these: you are the first of them. */
        LEAD,
        /** The pieces are yours. */
        TAKEN,
        /** It did not work out together: take alone. */
        ALONE
    }

    private record Waiting(OpenBranch branch, ReserveLine line, CompletableFuture<Turn> turn, List<Waiting> group) {

        Waiting(OpenBranch branch, ReserveLine line) {
            this(branch, line, new CompletableFuture<>(), new ArrayList<>());
        }
    }

    Shelf enter() {
        visitors++;
        return this;
    }

    /** Returns null when nobody is left. */
    Shelf leave() {
        visitors--;
        return visitors == 0 ? null : this;
    }

    void take(OpenBranch branch, ReserveLine line) {
        Waiting me = new Waiting(branch, line);
        switch (turnOf(me)) {
            case TAKEN -> {
                // Somebody else has taken them along.
            }
            case ALONE -> pieces.take(branch, List.of(line));
            case LEAD -> {
                try {
                    lead(me);
                } finally {
                    next();
                }
            }
        }
    }

    private Turn turnOf(Waiting me) {
        lock.lock();
        try {
            if (!busy) {
                busy = true;
                me.group().add(me);
                return Turn.LEAD;
            }
            waiting.add(me);
        } finally {
            lock.unlock();
        }
        return await(me);
    }

    private Turn await(Waiting me) {
        try {
            return me.turn().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return giveUp(me);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp(me);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Steps out of the queue. Who is no longer in it is being served: nobody can wait for that any longer, so the outcome is unknown
     * here, and the coordinator undoes it; but who was just asked to lead must do so, for the sake of the others.
     */
    private Turn giveUp(Waiting me) {
        lock.lock();
        try {
            waiting.remove(me);
        } finally {
            lock.unlock();
        }
        Turn late = me.turn().getNow(null);
        if (late != null) {
            return late;
        }
        throw new BusinessException(
                ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3));
    }

    private void lead(Waiting me) {
        if (me.group().size() == 1) {
            pieces.take(me.branch(), List.of(me.line()));
            return;
        }
        Turn turn = Turn.ALONE;
        try {
            pieces.takeTogether(
                    me.group().stream().map(Waiting::branch).toList(),
                    me.group().stream().map(Waiting::line).toList());
            turn = Turn.TAKEN;
        } catch (RuntimeException e) {
            log.debug(
                    "{} purchases of SKU {} go alone: {}",
                    me.group().size(),
                    me.line().skuId(),
                    e.toString());
        } finally {
            for (Waiting other : me.group()) {
                other.turn().complete(turn);
            }
        }
        if (turn == Turn.ALONE) {
            pieces.take(me.branch(), List.of(me.line()));
        }
    }

    /** Hands over to those who came meanwhile. */
    private void next() {
        Waiting leader;
        lock.lock();
        try {
            leader = waiting.peek();
            if (leader == null) {
                busy = false;
                return;
            }
            for (int i = 0; i < MOST_TOGETHER && !waiting.isEmpty(); i++) {
                leader.group().add(waiting.poll());
            }
            leader.turn().complete(Turn.LEAD);
        } finally {
            lock.unlock();
        }
    }
}
