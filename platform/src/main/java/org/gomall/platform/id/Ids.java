package org.gomall.platform.id;

import java.time.Instant;

/**
 * Numbers for new rows: 64-bit, positive, ordered by time, unique over all processes that share a schema.
 *
 * <p>Layout (after Twitter's Snowflake): 41 bits of milliseconds since 2026-01-01, 10 bits of worker number, 12 bits of
 * sequence. The worker number is leased from table {@code id_worker} of the own schema by the database's clock; the lease
 * remembers the highest millisecond that was given out, so neither a clock that steps back nor one that was ahead
 * before a restart can bring a number twice.
 *
 * <p>Where a mall has several cells ({@code org.gomall.platform.cells.Cells}), each with a schema of its own, a cell leases
 * worker numbers of its own share (32) only. So no two cells give out the same number, and every number tells its cell.
 */
public interface Ids {

    /** So many cells a mall can have at most. */
    int CELLS = 1 << LeasedIds.CELL_BITS;

    /**
     * The next number, greater than every number this process returned before.
     *
     * @throws org.gomall.api.common.BusinessException 50300 when this process has no valid worker lease and cannot get one
     *     within a second
     */
    long next();

    /**
     * The lowest number of a moment. Numbers given out after it are greater; one from before it may be as well, because
     * numbers run ahead of the clock for two minutes at most.
     */
    static long lowest(Instant at) {
        long millis = at.toEpochMilli() - LeasedIds.EPOCH.toEpochMilli();
        return Math.max(0, millis) << (LeasedIds.WORKER_BITS + LeasedIds.SEQUENCE_BITS);
    }

    /** The cell whose processes gave this number out; 0 for what is older than cells. */
    static int cellOf(long number) {
        return (int) (number >>> (LeasedIds.SEQUENCE_BITS + LeasedIds.WORKER_BITS - LeasedIds.CELL_BITS)) & CELLS - 1;
    }
}
