package org.gomall.platform.reconciliation;

import java.time.Duration;
import java.util.List;

/** Orders against their stock, their payments and the wishes behind them. */
final class OrderLaws {

    /** Orders, stock and payments follow each other by events; this is how long they have. */
    private static final Duration EVENTS = Duration.ofMinutes(2);

    static final List<Law> ALL = List.of(
            new Law(
                    "I2",
                    "order-items",
                    "the items of every order are reserved, sold or given back as its status says",
                    "If the order is paid and its pieces are not sold, an event is missing: look at the outboxes and replay dead"
                            + " letters. If it is being placed or cancelled, repair it as a stuck transaction.",
                    EVENTS,
                    """
                    SELECT o.order_id, i.sku_id, o.status, i.quantity, r.status AS reservation, r.quantity AS held
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
                    """),
            new Law(
                    "I2",
                    "held-by-order",
                    "every piece that is held is held by an order",
                    "Pieces are kept for an order that does not exist. Repair it as a stuck transaction; if there is none,"
                            + " the reservation is released and its pieces go back on the shelf.",
                    EVENTS,
                    """
                    SELECT r.order_id, r.sku_id, r.status, r.quantity FROM gomall_stock.reservation r
                    LEFT JOIN gomall_order.orders o ON o.order_id = r.order_id
                    WHERE o.order_id IS NULL AND r.status <> 'RELEASED'
                    """),
            new Law(
                    "I3",
                    "paid-once",
                    "a paid order has exactly one payment of its amount",
                    "Compare the payments of the order with the card channel. Money that was taken twice goes back by a refund;"
                            + " an order without its money is not shipped.",
                    EVENTS,
                    """
                    SELECT o.order_id, o.status, o.total_cents, COUNT(p.payment_id) AS payments,
                           SUM(po.amount_cents) AS paid_cents
                    FROM gomall_order.orders o
                    LEFT JOIN gomall_payment.payment_order po ON po.order_id = o.order_id
                    LEFT JOIN gomall_payment.payment p ON p.payment_id = po.payment_id AND p.status = 'SUCCEEDED'
                    WHERE o.status IN ('PAID', 'SHIPPED', 'RECEIVED', 'COMPLETED', 'REFUNDING')
                    GROUP BY o.order_id, o.status, o.total_cents
                    HAVING COUNT(p.payment_id) <> 1
                        OR SUM(CASE WHEN p.payment_id IS NULL THEN 0 ELSE po.amount_cents END) <> o.total_cents
                    """),
            new Law(
                    "I3",
                    "given-back",
                    "what an order gave back is what its refunds and its payment say",
                    "An event between payments and orders is missing: look at the outboxes and replay dead letters, then look"
                            + " again.",
                    EVENTS,
                    """
                    SELECT o.order_id, o.status, o.refunded_cents, q.done AS refunds_done_cents,
                           po.refunded_cents AS payment_refunded_cents
                    FROM gomall_order.orders o
                    LEFT JOIN (SELECT order_id, SUM(amount_cents) done FROM gomall_order.refund_request
                               WHERE status = 'DONE' GROUP BY order_id) q ON q.order_id = o.order_id
                    LEFT JOIN gomall_payment.payment_order po ON po.order_id = o.order_id AND po.payment_id = o.payment_id
                    WHERE o.payment_id IS NOT NULL
                      AND (o.refunded_cents <> COALESCE(q.done, 0) OR o.refunded_cents <> COALESCE(po.refunded_cents, -1)
                           OR (o.status = 'REFUNDED') <> (o.refunded_cents = o.total_cents AND o.total_cents > 0))
                    """),
            new Law(
                    "I4",
                    "late-money",
                    "what was paid for an order that is not paid was given back in full",
                    "Replay dead letters of orders and payments: the refund of late money is driven by an event. If none is dead,"
                            + " give the money back as a refund of this payment.",
                    EVENTS,
                    """
                    SELECT o.order_id, po.payment_id, o.status, po.amount_cents, r.amount_cents AS given_back_cents
                    FROM gomall_order.orders o
                    JOIN gomall_payment.payment_order po ON po.order_id = o.order_id
                    JOIN gomall_payment.payment p ON p.payment_id = po.payment_id AND p.status IN ('SUCCEEDED', 'REFUNDED')
                    LEFT JOIN (SELECT payment_id, order_id, SUM(amount_cents) amount_cents FROM gomall_payment.refund
                               WHERE status = 'DONE' GROUP BY payment_id, order_id) r
                           ON r.payment_id = p.payment_id AND r.order_id = o.order_id
                    WHERE o.status IN ('CREATED', 'CANCELLED') AND COALESCE(r.amount_cents, 0) <> po.amount_cents
                    """),
            new Law(
                    "I5",
                    "key-orders",
                    "an idempotency key stands for exactly the orders it placed",
                    "A purchase is neither there nor undone, or rows were removed by hand. Repair it as a stuck transaction; what"
                            + " is left over after that was never a purchase.",
                    EVENTS,
                    """
                    SELECT s.order_set_id, s.user_id, s.status, s.total_cents, SUM(o.total_cents) AS orders_cents
                    FROM gomall_order.order_set s
                    LEFT JOIN gomall_order.orders o ON o.order_set_id = s.order_set_id
                    GROUP BY s.order_set_id, s.user_id, s.status, s.total_cents
                    HAVING s.status <> 'DONE' OR COALESCE(SUM(o.total_cents), -1) <> s.total_cents
                    UNION ALL
                    SELECT o.order_set_id, o.user_id, o.status, NULL, o.total_cents
                    FROM gomall_order.orders o
                    LEFT JOIN gomall_order.order_set s ON s.order_set_id = o.order_set_id
                    WHERE s.order_set_id IS NULL
                    """),
            new Law(
                    "I5",
                    "key-money",
                    "the key of a payment or top-up stands for the one that it made",
                    "Whoever repeats this request gets no answer: the payment or top-up behind its key is gone. Rows were removed"
                            + " by hand; restore them from the backup.",
                    Duration.ZERO,
                    """
                    SELECT i.user_id, i.result_id, i.kind FROM gomall_payment.idempotency i
                    LEFT JOIN gomall_payment.payment p ON i.kind = 'PAY' AND p.payment_id = i.result_id
                    LEFT JOIN gomall_payment.ledger_entry e ON i.kind = 'TOP_UP' AND e.kind = 'TOP_UP'
                          AND e.reference_id = i.result_id AND e.account = 'WALLET' AND e.user_id = i.user_id
                    WHERE p.payment_id IS NULL AND e.entry_id IS NULL
                    """));

    private OrderLaws() {}
}
