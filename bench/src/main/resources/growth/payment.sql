-- What provider-payment knows of the purchases: each was paid from the wallet, into which its money had been put a moment before.
INSERT INTO gomall_payment.payment (payment_id, user_id, method, status, amount_cents, refunded_cents, created_at, updated_at)
SELECT id, user_id, 'WALLET', IF(state = 'REFUNDED', 'REFUNDED', 'SUCCEEDED'), cents, IF(state = 'REFUNDED', cents, 0), at, at
FROM gomall_growth.purchase
WHERE n >= :from AND n < :until AND state <> 'CANCELLED';

INSERT INTO gomall_payment.payment_order (payment_id, order_id, amount_cents, refunded_cents, claimed_order_id, shop_id)
SELECT id, id, cents, IF(state = 'REFUNDED', cents, 0), IF(state = 'REFUNDED', NULL, id), shop_id
FROM gomall_growth.purchase
WHERE n >= :from AND n < :until AND state <> 'CANCELLED';

INSERT INTO gomall_payment.payment_history (history_id, payment_id, from_status, to_status, step_by, reason, created_at)
SELECT id + k.i, id, IF(k.i = 0, NULL, 'PENDING'), IF(k.i = 0, 'PENDING', 'SUCCEEDED'), IF(k.i = 0, 'USER', 'SYSTEM'), 'wallet', at
FROM gomall_growth.purchase
JOIN gomall_growth.word k ON k.kind = 'stuff' AND k.i < 2
WHERE n >= :from AND n < :until AND state <> 'CANCELLED';

INSERT INTO gomall_payment.idempotency (user_id, kind, idempotency_key, request_hash, result_id, created_at)
SELECT user_id, 'PAY', CONCAT('growth-', n), SHA2(n, 256), id, at FROM gomall_growth.purchase
WHERE n >= :from AND n < :until AND state <> 'CANCELLED';

INSERT INTO gomall_payment.ledger_entry (entry_id, kind, reference_id, account, user_id, amount_cents, balance_cents, created_at)
SELECT b.id + k.i, k.kind, b.id, k.account, IF(k.account = 'WALLET', b.user_id, 0), k.sign * b.cents,
       CASE WHEN k.account <> 'WALLET' THEN NULL WHEN k.sign = 1 THEN b.cents ELSE 0 END, b.at
FROM gomall_growth.purchase b
JOIN (SELECT 0 AS i, 'TOP_UP' AS kind, 'WALLET' AS account, 1 AS sign, 'ANY' AS state
      UNION ALL SELECT 1, 'TOP_UP', 'SANDBOX_FUNDING', -1, 'ANY'
      UNION ALL SELECT 2, 'PAYMENT', 'WALLET', -1, 'ANY'
      UNION ALL SELECT 3, 'PAYMENT', 'SALES_CLEARING', 1, 'ANY'
      UNION ALL SELECT 4, 'REFUND', 'WALLET', 1, 'REFUNDED'
      UNION ALL SELECT 5, 'REFUND', 'SALES_CLEARING', -1, 'REFUNDED') k ON k.state IN ('ANY', b.state)
WHERE b.n >= :from AND b.n < :until AND b.state <> 'CANCELLED'
ORDER BY b.n, k.i;

INSERT INTO gomall_payment.refund (refund_id, refund_key, payment_id, order_id, amount_cents, reason, created_at, status, request_id)
SELECT id, CONCAT('growth-', n), id, id, cents, 'REQUESTED', at, 'DONE', id FROM gomall_growth.purchase
WHERE n >= :from AND n < :until AND state = 'REFUNDED';

UPDATE gomall_payment.wallet w
JOIN (SELECT user_id, SUM(cents) AS back FROM gomall_growth.purchase
      WHERE n >= :from AND n < :until AND state = 'REFUNDED'
      GROUP BY user_id) r ON r.user_id = w.user_id
SET w.balance_cents = w.balance_cents + r.back;
