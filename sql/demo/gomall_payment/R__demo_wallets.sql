-- Wallets of alice (1001) and bob (1002): 100 000.00 each, as a top-up booked on both sides. Repeatable: what is there
-- stays as it is.
INSERT IGNORE INTO wallet (user_id, balance_cents, created_at)
VALUES (1001, 10000000, '2026-01-01 00:00:00.000000'),
       (1002, 10000000, '2026-01-01 00:00:00.000000');

INSERT IGNORE INTO ledger_entry
    (entry_id, kind, reference_id, account, user_id, amount_cents, balance_cents, created_at)
VALUES (100101, 'TOP_UP', 1001, 'WALLET', 1001, 10000000, 10000000, '2026-01-01 00:00:00.000000'),
       (100102, 'TOP_UP', 1001, 'SANDBOX_FUNDING', 0, -10000000, NULL, '2026-01-01 00:00:00.000000'),
       (100201, 'TOP_UP', 1002, 'WALLET', 1002, 10000000, 10000000, '2026-01-01 00:00:00.000000'),
       (100202, 'TOP_UP', 1002, 'SANDBOX_FUNDING', 0, -10000000, NULL, '2026-01-01 00:00:00.000000');
