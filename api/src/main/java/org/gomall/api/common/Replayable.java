package org.gomall.api.common;

import java.io.Serializable;

/**
 * The result of an idempotent write.
 *
 * @param value the result, the same for every repetition of the request
 * @param replayed true when the result was stored before and nothing was done now
 */
public record Replayable<T>(T value, boolean replayed) implements Serializable {

    /** Done now. */
    public static <T> Replayable<T> first(T value) {
        return new Replayable<>(value, false);
    }

    /** Done before; the stored result. */
    public static <T> Replayable<T> again(T value) {
        return new Replayable<>(value, true);
    }
}
