package org.gomall.web.remote;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;

/** One of several parts of a page, asked for while the others are asked for as well. Any of them may be missing. */
public final class Part<V> {

    /** As long as the slowest source of a page may take with its repetition. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long NO_VERSION = 0;

    private final Fetch<V> fetch = new Fetch<>(NO_VERSION);

    private Part() {}

    /** Asks on a thread of its own. */
    public static <V> Part<V> ask(Supplier<V> question) {
        Part<V> part = new Part<>();
        part.fetch.start(() -> {
            try {
                part.fetch.answer(question.get());
            } catch (RuntimeException | Error failure) {
                part.fetch.fail(failure);
            }
        });
        return part;
    }

    /** The answer, or null when the source refuses or takes too long. */
    public V orMissing() {
        try {
            return fetch.await(PATIENCE);
        } catch (BusinessException | TimeoutException missing) {
            return null;
        }
    }
}
