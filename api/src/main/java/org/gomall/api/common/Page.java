package org.gomall.api.common;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the entries of this page
 * @param page number of this page, from 1
 * @param size entries asked for per page
 * @param total entries in all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) implements Serializable {

    /** The same page with every entry converted. */
    public <R> Page<R> map(Function<? super T, ? extends R> convert) {
        return new Page<>(items.stream().<R>map(convert).toList(), page, size, total);
    }

    /** Number of the last page, at least 1. */
    public int lastPage() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
