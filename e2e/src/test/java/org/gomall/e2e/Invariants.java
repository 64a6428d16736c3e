package org.gomall.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The laws that hold over all schemas once nothing is under way. Each query lists what breaks one of them. */
final class Invariants {

    private static final Map<String, String> VIOLATIONS = new LinkedHashMap<>();

    static {
        VIOLATIONS.put("I1 total = available + reserved + sold, none negative", """
                SELECT sku_id, total, available, reserved, sold FROM gomall_stock.stock
                WHERE total <> available + reserved + sold OR available < 0 OR reserved < 0 OR sold < 0
                """);
        VIOLATIONS.put("I1 reserved and sold equal the reservation rows", """
                SELECT s.sku_id, s.reserved, s.sold, r.reserved, r.sold
                FROM gomall_stock.stock s
                LEFT JOIN (SELECT sku_id,
                                  SUM(CASE WHEN status IN ('TRYING', 'RESERVED', 'RELEASING') THEN quantity ELSE 0 END) reserved,
                                  SUM(CASE WHEN status = 'SOLD' THEN quantity ELSE 0 END) sold
                           FROM gomall_stock.reservation GROUP BY sku_id) r ON r.sku_id = s.sku_id
                WHERE s.reserved <> COALESCE(r.reserved, 0) OR s.sold <> COALESCE(r.sold, 0)
                """);
        VIOLATIONS.put("I1 total equals the stock ledger", """
                SELECT s.sku_id, s.total, l.total FROM gomall_stock.stock s
                LEFT JOIN (SELECT sku_id, SUM(delta) total FROM gomall_stock.stock_ledger GROUP BY sku_id) l
                       ON l.sku_id = s.sku_id
                WHERE s.total <> COALESCE(l.total, 0)
                """);
        VIOLATIONS.put("I2 the items of every order are reserved, sold or given back as its status says", """
                SELECT o.order_id, o.status, i.sku_id, i.quantity, r.status, r.quantity
                FROM gomall_order.orders o
                JOIN gomall_order.order_item i ON i.order_id = o.order_id
                LEFT JOIN gomall_stock.reservation r ON r.order_id = o.order_id AND r.sku_id = i.sku_id
                WHERE r.order_id IS NULL OR r.quantity <> i.quantity
                   OR (o.status = 'PLACING' AND r.status <> 'TRYING')
                   OR (o.status = 'CREATED' AND r.status <> 'RESERVED')
                   OR (o.status = 'CANCELLED' AND r.status <> 'RELEASED')
                   OR (o.status IN ('PAID', 'SHIPPED', 'RECEIVED', 'COMPLETED', 'REFUNDING') AND r.status <> 'SOLD')
                   OR (o.status = 'REFUNDED' AND o.carrier IS NULL AND r.status <> 'RETURNED')
                   OR (o.status = 'REFUNDED' AND o.carrier IS NOT NULL AND r.status <> 'SOLD')
                """);
        VIOLATIONS.put("I2 every piece that is held is held by an order", """
                SELECT r.order_id, r.sku_id, r.status FROM gomall_stock.reservation r
                LEFT JOIN gomall_order.orders o ON o.order_id = r.order_id
                WHERE o.order_id IS NULL AND r.status <> 'RELEASED'
                """);
        VIOLATIONS.put("I3 what an order gave back is what its refunds and its payment say", """
                SELECT o.order_id, o.status, o.refunded_cents, q.done, po.refunded_cents
                FROM gomall_order.orders o
                LEFT JOIN (SELECT order_id, SUM(amount_cents) done FROM gomall_order.refund_request
                           WHERE status = 'DONE' GROUP BY order_id) q ON q.order_id = o.order_id
                LEFT JOIN gomall_payment.payment_order po ON po.order_id = o.order_id AND po.payment_id = o.payment_id
                WHERE o.payment_id IS NOT NULL
                  AND (o.refunded_cents <> COALESCE(q.done, 0) OR o.refunded_cents <> COALESCE(po.refunded_cents, -1)
                       OR (o.status = 'REFUNDED') <> (o.refunded_cents = o.total_cents AND o.total_cents > 0))
                """);
        VIOLATIONS.put(
                "I6 an order is REFUNDING while its request waits for the shop, or two minutes at the most", """
                SELECT o.order_id, o.status, q.refund_id, q.status, q.updated_at
                FROM gomall_order.orders o
                LEFT JOIN gomall_order.refund_request q ON q.open_order_id = o.order_id
                WHERE (o.status = 'REFUNDING') <> (q.refund_id IS NOT NULL)
                   OR (q.status = 'APPROVED' AND q.updated_at < UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE)
                """);
        VIOLATIONS.put("I3 a paid order has exactly one payment of its amount", """
                SELECT o.order_id, o.status, o.total_cents, COUNT(p.payment_id), SUM(po.amount_cents)
                FROM gomall_order.orders o
                LEFT JOIN gomall_payment.payment_order po ON po.order_id = o.order_id
                LEFT JOIN gomall_payment.payment p ON p.payment_id = po.payment_id AND p.status = 'SUCCEEDED'
                WHERE o.status IN ('PAID', 'SHIPPED', 'RECEIVED', 'COMPLETED', 'REFUNDING')
                GROUP BY o.order_id, o.status, o.total_cents
                HAVING COUNT(p.payment_id) <> 1 OR SUM(CASE WHEN p.payment_id IS NULL THEN 0 ELSE po.amount_cents END) <> o.total_cents
                """);
        VIOLATIONS.put("I4 what was paid for an order that is not paid was given back in full", """
                SELECT o.order_id, o.status, po.payment_id, po.amount_cents, r.amount_cents
                FROM gomall_order.orders o
                JOIN gomall_payment.payment_order po ON po.order_id = o.order_id
                JOIN gomall_payment.payment p ON p.payment_id = po.payment_id AND p.status IN ('SUCCEEDED', 'REFUNDED')
                LEFT JOIN (SELECT payment_id, order_id, SUM(amount_cents) amount_cents FROM gomall_payment.refund
                           WHERE status = 'DONE' GROUP BY payment_id, order_id) r
                       ON r.payment_id = p.payment_id AND r.order_id = o.order_id
                WHERE o.status IN ('CREATED', 'CANCELLED') AND COALESCE(r.amount_cents, 0) <> po.amount_cents
                """);
        VIOLATIONS.put("I5 what went back is the sum of the refunds, and all of a payment that is REFUNDED", """
                SELECT po.payment_id, po.order_id, po.refunded_cents, po.refunding_cents, SUM(r.amount_cents)
                FROM gomall_payment.payment_order po
                LEFT JOIN gomall_payment.refund r
                       ON r.payment_id = po.payment_id AND r.order_id = po.order_id AND r.status = 'DONE'
                GROUP BY po.payment_id, po.order_id, po.refunded_cents, po.refunding_cents
                HAVING po.refunded_cents <> COALESCE(SUM(r.amount_cents), 0) OR po.refunding_cents <> 0
                UNION ALL
                SELECT p.payment_id, 0, p.refunded_cents, p.amount_cents, SUM(po.refunded_cents)
                FROM gomall_payment.payment p JOIN gomall_payment.payment_order po ON po.payment_id = p.payment_id
                GROUP BY p.payment_id, p.status, p.refunded_cents, p.amount_cents
                HAVING p.refunded_cents <> SUM(po.refunded_cents)
                    OR (p.status = 'REFUNDED' AND p.refunded_cents <> p.amount_cents)
                """);
        VIOLATIONS.put("I5 a payment that ended without money holds no order, and has moved none", """
                SELECT p.payment_id, p.status, po.claimed_order_id, e.amount_cents FROM gomall_payment.payment p
                JOIN gomall_payment.payment_order po ON po.payment_id = p.payment_id
                LEFT JOIN gomall_payment.ledger_entry e ON e.kind = 'PAYMENT' AND e.reference_id = p.payment_id
                WHERE p.status IN ('FAILED', 'CANCELLED', 'EXPIRED')
                  AND (po.claimed_order_id IS NOT NULL OR e.entry_id IS NOT NULL)
                """);
        VIOLATIONS.put("I5 the ledger has of every card what its channel has", """
                SELECT c.payment_id, s.status, s.amount_cents, s.refunded_cents, c.owed FROM (
                    SELECT c.payment_id,
                           COALESCE((SELECT SUM(e.amount_cents) FROM gomall_payment.ledger_entry e
                                     WHERE e.kind = 'PAYMENT' AND e.reference_id = c.payment_id
                                       AND e.account = 'CARD_CLEARING'), 0)
                           + COALESCE((SELECT SUM(e.amount_cents) FROM gomall_payment.refund r
                                       JOIN gomall_payment.ledger_entry e ON e.kind = 'REFUND'
                                            AND e.reference_id = r.refund_id AND e.account = 'CARD_CLEARING'
                                       WHERE r.payment_id = c.payment_id), 0) owed
                    FROM gomall_payment.charge c) c
                JOIN gomall_payment.sandbox_charge s ON CAST(s.reference AS UNSIGNED) = c.payment_id
                WHERE s.status <> 'PENDING'
                  AND -c.owed <> CASE WHEN s.status = 'SUCCEEDED' THEN s.amount_cents - s.refunded_cents ELSE 0 END
                """);
        VIOLATIONS.put("I6 nothing is half-way", """
                SELECT order_id, status FROM gomall_order.orders WHERE status IN ('PLACING', 'CANCELLING')
                UNION ALL
                SELECT order_id, status FROM gomall_stock.reservation WHERE status IN ('TRYING', 'RELEASING')
                UNION ALL
                SELECT refund_id, status FROM gomall_payment.refund WHERE status = 'PENDING'
                UNION ALL
                SELECT c.payment_id, s.status FROM gomall_payment.charge c
                JOIN gomall_payment.sandbox_charge s ON CAST(s.reference AS UNSIGNED) = c.payment_id
                WHERE c.status = 'PENDING' AND s.status <> 'PENDING'
                """);
        VIOLATIONS.put("I7 no fence row is waiting for its second phase", """
                SELECT 'order', xid FROM gomall_order.tcc_fence_log WHERE status = 1
                UNION ALL
                SELECT 'stock', xid FROM gomall_stock.tcc_fence_log WHERE status = 1
                """);
        VIOLATIONS.put("I8 the outboxes are empty and no message is dead", """
                SELECT 'order outbox', COUNT(*) FROM gomall_order.outbox HAVING COUNT(*) > 0
                UNION ALL SELECT 'payment outbox', COUNT(*) FROM gomall_payment.outbox HAVING COUNT(*) > 0
                UNION ALL SELECT 'stock outbox', COUNT(*) FROM gomall_stock.outbox HAVING COUNT(*) > 0
                UNION ALL SELECT 'order dead letters', COUNT(*) FROM gomall_order.dead_letter HAVING COUNT(*) > 0
                UNION ALL SELECT 'payment dead letters', COUNT(*) FROM gomall_payment.dead_letter HAVING COUNT(*) > 0
                UNION ALL SELECT 'stock dead letters', COUNT(*) FROM gomall_stock.dead_letter HAVING COUNT(*) > 0
                """);
        VIOLATIONS.put("I5 an idempotency key stands for exactly the orders it placed", """
                SELECT s.order_set_id, s.status, s.total_cents, SUM(o.total_cents)
                FROM gomall_order.order_set s
                LEFT JOIN gomall_order.orders o ON o.order_set_id = s.order_set_id
                GROUP BY s.order_set_id, s.status, s.total_cents
                HAVING s.status <> 'DONE' OR COALESCE(SUM(o.total_cents), -1) <> s.total_cents
                """);
        VIOLATIONS.put("I9 the balance of every wallet is the sum of its entries", """
                SELECT w.user_id, w.balance_cents, SUM(e.amount_cents)
                FROM gomall_payment.wallet w
                LEFT JOIN gomall_payment.ledger_entry e ON e.account = 'WALLET' AND e.user_id = w.user_id
                GROUP BY w.user_id, w.balance_cents
                HAVING w.balance_cents < 0 OR w.balance_cents <> COALESCE(SUM(e.amount_cents), 0)
                """);
        VIOLATIONS.put("I9 every posting of the ledger sums up to zero", """
                SELECT kind, reference_id, SUM(amount_cents) FROM gomall_payment.ledger_entry
                GROUP BY kind, reference_id HAVING SUM(amount_cents) <> 0
                """);
    }

    private Invariants() {}

    /** Every violation in words; empty when all is well. */
    static List<String> violations(Database database) {
        List<String> found = new ArrayList<>();
        VIOLATIONS.forEach((law, query) -> {
            List<List<String>> rows = database.rows(query + " LIMIT 5");
            if (!rows.isEmpty()) {
                found.add(law + ": " + rows);
            }
        });
        return found;
    }
}
