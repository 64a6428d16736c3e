package org.gomall.bench.load;

/** One client of a load, used by one thread: does the same thing again and again. */
public interface Client extends AutoCloseable {

    /**
     * Does it once, from asking to the end of the answer.
     *
     * @throws Exception when it failed; the next one may go well
     */
    void once() throws Exception;

    @Override
    default void close() {}
}
