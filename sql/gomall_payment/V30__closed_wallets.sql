-- The wallet of somebody who has left: closed_at is set, and whatever comes in goes out again at once (PAYOUT).
ALTER TABLE wallet
    ADD COLUMN closed_at DATETIME(6) NULL;

ALTER TABLE ledger_entry DROP CONSTRAINT ck_ledger_entry_kind;
ALTER TABLE ledger_entry ADD CONSTRAINT ck_ledger_entry_kind
    CHECK (kind IN ('TOP_UP', 'PAYMENT', 'REFUND', 'PAYOUT'));
