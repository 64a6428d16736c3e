package org.gomall.stock.reservation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.api.stock.ReserveLine;
import org.gomall.platform.seata.FirstPhases;
import org.gomall.platform.seata.OpenBranch;
import org.springframework.stereotype.Component;

/**
 * Where purchases take their pieces. Those that reach for the same SKU at the same moment take them together: whoever comes while
 * another one's transaction runs waits for its end, and all who wait share the next one, with one statement for their fence rows, one
 * for their reservations, one for the SKU, and one commit. Who comes alone waits for nobody and pays nothing.
 *
 * <p>Taking together is only ever a short cut. If it fails, for whatever reason (the pieces do not suffice for all, one of the
 * branches was cancelled before it began, the database is away), nothing of it has happened, and everybody does it alone and
 * gets an answer of his own. So it is as exact at sell-out as it would be without, and nobody spoils it for the others. A commit whose
 * answer was lost is no exception: alone, the fence rows that it may have left refuse the second attempt, and the Cancel
 * that follows gives back what the first one took.
 */
@Component
class Shelves {

    private final Map<Long, Shelf> crowded = new ConcurrentHashMap<>();
    private final TakenPieces pieces;

    Shelves(TakenPieces pieces, FirstPhases phases) {
        this.pieces = pieces;
        phases.fencesItself(ReserveBranch.NAME);
    }

    /** The first phase of a purchase. */
    void take(OpenBranch branch, List<ReserveLine> lines) {
        if (lines.size() > 1) {
            pieces.take(branch, lines);
            return;
        }
        ReserveLine line = lines.get(0);
        Shelf shelf =
                crowded.compute(line.skuId(), (sku, there) -> (there == null ? new Shelf(pieces) : there).enter());
        try {
            shelf.take(branch, line);
        } finally {
            crowded.computeIfPresent(line.skuId(), (sku, there) -> there.leave());
        }
    }
}
