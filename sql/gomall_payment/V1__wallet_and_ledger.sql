-- The wallet of a shopper; the balance equals the sum of its ledger entries at every moment.
CREATE TABLE wallet
(
    user_id       BIGINT      NOT NULL,
    balance_cents BIGINT      NOT NULL,
    created_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id),
    CONSTRAINT ck_wallet_balance CHECK (balance_cents >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Double-entry ledger. The entries of one posting (kind, reference_id) sum up to 0. Rows are only ever added. System
-- accounts have no balance row: it would be one hot row for the whole mall.
CREATE TABLE ledger_entry
(
    entry_id      BIGINT      NOT NULL,
    kind          VARCHAR(16) NOT NULL,
    reference_id  BIGINT      NOT NULL COMMENT 'the top-up, payment or refund',
    account       VARCHAR(24) NOT NULL,
    user_id       BIGINT      NOT NULL COMMENT 'whose wallet; 0 for system accounts',
    amount_cents  BIGINT      NOT NULL COMMENT 'positive when money came into the account',
    balance_cents BIGINT      NULL COMMENT 'balance of the wallet after it; NULL for system accounts',
    created_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (entry_id),
    UNIQUE KEY uq_ledger_entry_posting (kind, reference_id, account, user_id),
    KEY ix_ledger_entry_account (account, user_id, entry_id),
    CONSTRAINT ck_ledger_entry_kind CHECK (kind IN ('TOP_UP', 'PAYMENT', 'REFUND')),
    CONSTRAINT ck_ledger_entry_amount CHECK (amount_cents <> 0),
    CONSTRAINT ck_ledger_entry_account CHECK (
        (account = 'WALLET' AND user_id > 0 AND balance_cents IS NOT NULL AND balance_cents >= 0)
            OR (account IN ('SANDBOX_FUNDING', 'SALES_CLEARING') AND user_id = 0 AND balance_cents IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What a key of a user stands for. Keys are case-sensitive.
CREATE TABLE idempotency
(
    user_id         BIGINT                                          NOT NULL,
    kind            VARCHAR(16)                                     NOT NULL,
    idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_hash    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin  NOT NULL COMMENT 'SHA-256 of the request, hexadecimal',
    result_id       BIGINT                                          NOT NULL COMMENT 'the top-up or payment it made',
    created_at      DATETIME(6)                                     NOT NULL,
    PRIMARY KEY (user_id, kind, idempotency_key),
    CONSTRAINT ck_idempotency_kind CHECK (kind IN ('TOP_UP', 'PAY'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
