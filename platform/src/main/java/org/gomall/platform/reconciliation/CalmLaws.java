package org.gomall.platform.reconciliation;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nothing stays half-way: everything accepted is final within two minutes, no lock and no message is left behind. */
final class CalmLaws {

    private static final Duration FINAL_WITHIN = Duration.ofMinutes(2);
    private static final Duration SECOND_PHASE_WITHIN = Duration.ofSeconds(60);

    static final List<Law> ALL = List.of(
            new Law(
                    "I6",
                    "half-way",
                    "nothing is half-way",
                    "Orders and pieces that are half-way hang on a global transaction: see Transactions for why, and repair it"
                            + " there. Refunds and charges hang on the card channel: see whether it answers.",
                    FINAL_WITHIN,
                    """
                    SELECT 'order' AS what, order_id AS id, status FROM gomall_order.orders
                    WHERE status IN ('PLACING', 'CANCELLING')
                    UNION ALL
                    SELECT 'reservation', order_id, status FROM gomall_stock.reservation
                    WHERE status IN ('TRYING', 'RELEASING')
                    UNION ALL
                    SELECT 'refund', refund_id, status FROM gomall_payment.refund WHERE status = 'PENDING'
                    UNION ALL
                    SELECT 'charge', c.payment_id, s.status FROM gomall_payment.charge c
                    JOIN gomall_payment.sandbox_charge s ON CAST(s.reference AS UNSIGNED) = c.payment_id
                    WHERE c.status = 'PENDING' AND s.status <> 'PENDING'
                    """),
            new Law(
                    "I6",
                    "refunding",
                    "an order is REFUNDING while its request waits for the shop, or two minutes at the most",
                    "The money of an approved refund is driven by an event and by the card channel: look at the outboxes, replay"
                            + " dead letters, see whether the channel answers.",
                    FINAL_WITHIN,
                    """
                    SELECT o.order_id, q.refund_id, o.status, q.status AS request, q.updated_at
                    FROM gomall_order.orders o
                    LEFT JOIN gomall_order.refund_request q ON q.open_order_id = o.order_id
                    WHERE (o.status = 'REFUNDING') <> (q.refund_id IS NOT NULL)
                       OR (q.status = 'APPROVED' AND q.updated_at < UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE)
                    """),
            new Law(
                    "I7",
                    "second-phase",
                    "no fence row is waiting for its second phase",
                    "A branch of a global transaction is neither confirmed nor cancelled. See Transactions for why; if the"
                            + " coordinator is away, starting it is all there is to do.",
                    SECOND_PHASE_WITHIN,
                    """
                    SELECT xid, branch_id, 'provider-order' AS application, action_name FROM gomall_order.tcc_fence_log
                    WHERE status = 1
                    UNION ALL
                    SELECT xid, branch_id, 'provider-stock', action_name FROM gomall_stock.tcc_fence_log
                    WHERE status = 1
                    """),
            new Law(
                    "I8",
                    "outbox",
                    "the outboxes are empty",
                    "The broker does not take messages: start it. What waits is sent by itself, nothing is lost.",
                    SECOND_PHASE_WITHIN,
                    ofEverySchema("""
                            SELECT 'provider-%1$s' AS application, id, topic, tag, created_at FROM gomall_%1$s.outbox
                            WHERE send_at <= UTC_TIMESTAMP(6)
                            """)),
            new Law(
                    "I8",
                    "dead-letters",
                    "no message is dead",
                    "An event could not be applied. Mend what its error says and replay it on the page Dead letters.",
                    Duration.ZERO,
                    ofEverySchema("""
                            SELECT 'provider-%1$s' AS application, letter_id, tag, handler, failed_at
                            FROM gomall_%1$s.dead_letter
                            """)));

    private CalmLaws() {}

    private static String ofEverySchema(String sql) {
        return Stream.of("user", "product", "stock", "order", "payment")
                .map(sql::formatted)
                .collect(Collectors.joining("UNION ALL\n"));
    }
}
