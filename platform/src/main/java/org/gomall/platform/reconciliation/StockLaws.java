package org.gomall.platform.reconciliation;

import java.time.Duration;
import java.util.List;

/** The figures of every SKU. One local transaction keeps each of them true, so that there is no grace. */
final class StockLaws {

    static final List<Law> ALL = List.of(
            new Law(
                    "I1",
                    "stock-sum",
                    "total = available + reserved + sold, none negative",
                    "Somebody changed the row of the SKU by hand. Count the pieces, then put the row right: reserved and sold"
                            + " follow from its reservations, total from its ledger, available is the rest.",
                    Duration.ZERO,
                    """
                    SELECT sku_id, total, available, reserved, sold FROM gomall_stock.stock
                    WHERE total <> available + reserved + sold OR available < 0 OR reserved < 0 OR sold < 0
                    """),
            new Law(
                    "I1",
                    "stock-held",
                    "reserved and sold equal the reservation rows",
                    "Look for a stuck transaction of this SKU first and repair it there. If there is none, a row was changed by"
                            + " hand: compare the reservations with the orders and put right whichever is wrong.",
                    Duration.ZERO,
                    """
                    SELECT s.sku_id, s.reserved, s.sold, r.held AS reserved_by_orders, r.gone AS sold_by_orders
                    FROM gomall_stock.stock s
                    LEFT JOIN (SELECT sku_id,
                                      SUM(CASE WHEN status IN ('TRYING', 'RESERVED', 'RELEASING') THEN quantity ELSE 0 END) held,
                                      SUM(CASE WHEN status = 'SOLD' THEN quantity ELSE 0 END) gone
                               FROM gomall_stock.reservation GROUP BY sku_id) r ON r.sku_id = s.sku_id
                    WHERE s.reserved <> COALESCE(r.held, 0) OR s.sold <> COALESCE(r.gone, 0)
                    """),
            new Law(
                    "I1",
                    "stock-ledger",
                    "total equals the stock ledger",
                    "Pieces were added or removed past the ledger. Count them; the shop then books the difference as an"
                            + " adjustment, or the total is put back to what the ledger says.",
                    Duration.ZERO,
                    """
                    SELECT s.sku_id, s.total, l.total AS total_of_ledger FROM gomall_stock.stock s
                    LEFT JOIN (SELECT sku_id, SUM(delta) total FROM gomall_stock.stock_ledger GROUP BY sku_id) l
                           ON l.sku_id = s.sku_id
                    WHERE s.total <> COALESCE(l.total, 0)
                    """));

    private StockLaws() {}
}
