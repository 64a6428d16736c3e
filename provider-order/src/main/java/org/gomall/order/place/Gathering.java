package org.gomall.order.place;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.tracing.OpenSpan;
import org.gomall.platform.tracing.Spans;
import org.gomall.platform.tracing.TraceId;

/**
 * Where purchases that come at the same moment meet. Whoever comes while a group is under way waits for its end, and all who wait
 * share the next one; who comes alone goes at once. A group that takes long holds nobody: the next one starts beside it.
 *
 * <p>When the last group had company, the next one waits a moment until as many are there again. Without that, a crowd falls into
 * a rhythm of one and all the others.
 */
final class Gathering {

    static final int MOST_TOGETHER = 32;

    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private final Consumer<List<Member>> work;
    private final long heldUpNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition company = lock.newCondition();
    private final Deque<Member> waiting = new ArrayDeque<>();

    /** The group that those who come wait for, and when it began. */
    private List<Member> current;

    private long begun;

    /** How many were here when the last group ended, those whom it served included. */
    private int crowd;

    /**
     * Opens one.
     *
     * @param work places the purchases of two or more members, and answers each
     * @param heldUp for how long a group holds those who come after it
     */
    Gathering(Consumer<List<Member>> work, Duration heldUp) {
        this.work = work;
        this.heldUpNanos = heldUp.toNanos();
    }

    /**
     * Waits for the turn of a purchase and answers it; the answer is found on the caller's own thread.
     *
     * @throws BusinessException UNAVAILABLE if its turn did not come in time, TIMEOUT if it came and did not end in time
     */
    <T> T visit(Wish wish, Function<Share, T> answer) {
        Member me = new Member(wish);
        lock.lock();
        try {
            waiting.add(me);
            if (current == null) {
                callNext();
            } else {
                company.signal();
            }
        } finally {
            lock.unlock();
        }
        Share share = me.call().isDone() ? null : awaitTraced(me);
        return share == null ? lead(me, answer) : answer.apply(share);
    }

    /** The work of the group is in its leader's trace: the others' tell which that is. */
    private Share awaitTraced(Member me) {
        try (OpenSpan span = Spans.child(SpanKind.INTERNAL, "wait for the group")) {
            Share share = await(me);
            span.tag("gomall.leader.trace", me.leaderTrace());
            return share;
        }
    }

    /** The share, or null for who has to lead. */
    private Share await(Member me) {
        CompletableFuture<Object> turn = CompletableFuture.anyOf(me.call(), me.share());
        try {
            while (!turn.isDone()) {
                long left = me.wish().nanosLeft();
                if (left <= 0) {
                    return giveUp(me);
                }
                try {
                    turn.get(Math.min(left, heldUpNanos), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    passBy();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp(me);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return me.share().getNow(null);
    }

    /**
     * Steps out of the queue. Who is no longer in it is being served, so the outcome is unknown; but who was just asked to lead
     * must do so, for the sake of the others.
     */
    private Share giveUp(Member me) {
        boolean waited;
        lock.lock();
        try {
            waited = waiting.remove(me);
        } finally {
            lock.unlock();
        }
        if (waited) {
            return new Share.Refused(new BusinessException(
                    ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3)));
        }
        return me.call().isDone()
                ? null
                : me.share().getNow(new Share.Refused(new BusinessException(ErrorCode.TIMEOUT)));
    }

    private <T> T lead(Member me, Function<Share, T> answer) {
        List<Member> group = me.call().join();
        try {
            gather(group);
            if (group.size() == 1) {
                return answer.apply(Share.ALONE);
            }
            String trace = TraceId.current();
            group.forEach(member -> member.ledBy(trace));
            work.accept(group);
        } finally {
            // Whom the work has not answered, it has not told how it ended.
            Share unknown = new Share.Refused(new BusinessException(ErrorCode.TIMEOUT));
            group.forEach(member -> member.answer(unknown));
            end(group);
        }
        return answer.apply(me.share().join());
    }

    private void gather(List<Member> group) {
        lock.lock();
        try {
            long left = MOMENT_NANOS;
            while (left > 0 && group.size() + waiting.size() < Math.min(crowd, MOST_TOGETHER)) {
                left = company.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            fill(group);
            lock.unlock();
        }
    }

    private void end(List<Member> group) {
        lock.lock();
        try {
            if (current == group) {
                crowd = group.size() + waiting.size();
                callNext();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The group that everybody waits for takes too long. */
    private void passBy() {
        lock.lock();
        try {
            if (current != null && System.nanoTime() - begun >= heldUpNanos) {
                callNext();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes those who wait the next group, if there are any. */
    private void callNext() {
        current = null;
        if (!waiting.isEmpty()) {
            current = new ArrayList<>();
            begun = System.nanoTime();
            fill(current);
            current.get(0).call().complete(current);
        }
    }

    private void fill(List<Member> group) {
        while (group.size() < MOST_TOGETHER && !waiting.isEmpty()) {
            group.add(waiting.poll());
        }
    }
}
