package org.gomall.platform.reconciliation;

import java.time.Duration;
import java.util.List;

/** Payments, refunds, wallets and the ledger. */
final class MoneyLaws {

    /** The channel decides first and tells later. */
    private static final Duration CHANNEL = Duration.ofMinutes(2);

    static final List<Law> ALL = List.of(
            new Law(
                    "I3",
                    "failed-payment",
                    "a payment that ended without money holds no order, and has moved none",
                    "Nobody can pay this order again, or money moved for a payment that failed. Compare it with the card channel"
                            + " and give back what it took.",
                    Duration.ZERO,
                    """
                    SELECT p.payment_id, po.order_id, p.status, po.claimed_order_id, e.amount_cents AS moved_cents
                    FROM gomall_payment.payment p
                    JOIN gomall_payment.payment_order po ON po.payment_id = p.payment_id
                    LEFT JOIN gomall_payment.ledger_entry e ON e.kind = 'PAYMENT' AND e.reference_id = p.payment_id
                    WHERE p.status IN ('FAILED', 'CANCELLED', 'EXPIRED')
                      AND (po.claimed_order_id IS NOT NULL OR e.entry_id IS NOT NULL)
                    """),
            new Law(
                    "I4",
                    "refunds-sum",
                    "what went back is the sum of the refunds, and all of a payment that is REFUNDED",
                    "A refund that the channel does not answer stays open: look at the channel. Otherwise rows were changed by"
                            + " hand; the refunds that are DONE are what is true.",
                    CHANNEL,
                    """
                    SELECT po.payment_id, po.order_id, po.refunded_cents, po.refunding_cents, SUM(r.amount_cents) AS done_cents
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
                    """),
            new Law(
                    "I9",
                    "card-ledger",
                    "the ledger has of every card what its channel has",
                    "Compare this charge with the statement of the channel. A payment that the channel has and we do not is asked"
                            + " for again by itself within a minute; one that we have and it does not is a fault: stop shipping.",
                    CHANNEL,
                    """
                    SELECT c.payment_id, s.status, s.amount_cents, s.refunded_cents, c.owed AS ledger_cents FROM (
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
                    """),
            new Law(
                    "I9",
                    "wallet-balance",
                    "the balance of every wallet is the sum of its entries",
                    "Somebody changed a balance or an entry by hand. The entries are what is true: put the balance back to their"
                            + " sum, and find out who did it.",
                    Duration.ZERO,
                    """
                    SELECT w.user_id, w.balance_cents, SUM(e.amount_cents) AS entries_cents
                    FROM gomall_payment.wallet w
                    LEFT JOIN gomall_payment.ledger_entry e ON e.account = 'WALLET' AND e.user_id = w.user_id
                    GROUP BY w.user_id, w.balance_cents
                    HAVING w.balance_cents < 0 OR w.balance_cents <> COALESCE(SUM(e.amount_cents), 0)
                    """),
            new Law(
                    "I9",
                    "postings",
                    "every posting of the ledger sums up to zero",
                    "An entry was added, changed or removed by hand. Restore it from the backup; entries are only ever added, by"
                            + " a posting that puts a wrong one right.",
                    Duration.ZERO,
                    """
                    SELECT kind, reference_id, SUM(amount_cents) AS sum_cents FROM gomall_payment.ledger_entry
                    GROUP BY kind, reference_id HAVING SUM(amount_cents) <> 0
                    """));

    private MoneyLaws() {}
}
