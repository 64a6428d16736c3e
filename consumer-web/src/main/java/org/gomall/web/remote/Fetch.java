package org.gomall.web.remote;

import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.tracing.TraceId;

/** One question of a {@link StaleCache} to its source, asked on a thread of its own so that nobody has to wait to the end. */
final class Fetch<V> {

    private static final int MOST_FETCHERS = 64;
    private static final long IDLE_SECONDS = 30;

    /** Threads for as many fetches as a process has under way in bad times; beyond them callers fetch themselves. */
    private static final Executor FETCHERS = new ThreadPoolExecutor(
            0,
            MOST_FETCHERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
                Thread thread = new Thread(work, "fetch");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());

    private final long version;
    private final CompletableFuture<V> result = new CompletableFuture<>();

    /**
     * A question that is not asked yet.
     *
     * @param version of the source, read before the question
     */
    Fetch(long version) {
        this.version = version;
    }

    long version() {
        return version;
    }

    /** In the trace of the caller. */
    void start(Runnable question) {
        String traceId = TraceId.current();
        FETCHERS.execute(Context.current().wrap(() -> TraceId.run(traceId, question)));
    }

    void answer(V value) {
        result.complete(value);
    }

    void fail(Throwable failure) {
        result.completeExceptionally(failure);
    }

    V await(Duration patience) throws TimeoutException {
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BusinessException refusal) {
                throw refusal;
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
    }
}
