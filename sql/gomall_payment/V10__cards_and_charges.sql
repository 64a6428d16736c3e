-- Cards as GoMall knows them: a token of the channel and what a person needs to tell cards apart. Never a number or CVV.
CREATE TABLE card
(
    card_id      BIGINT                                            NOT NULL,
    user_id      BIGINT                                            NOT NULL,
    token        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    brand        VARCHAR(16)                                       NOT NULL,
    last4        CHAR(4) CHARACTER SET ascii COLLATE ascii_bin     NOT NULL,
    expiry_month SMALLINT                                          NOT NULL,
    expiry_year  SMALLINT                                          NOT NULL,
    holder       VARCHAR(64)                                       NOT NULL,
    created_at   DATETIME(6)                                       NOT NULL,
    PRIMARY KEY (card_id),
    KEY ix_card_user (user_id, card_id),
    CONSTRAINT ck_card_brand
        CHECK (brand IN ('VISA', 'MASTERCARD', 'AMEX', 'UNIONPAY', 'JCB', 'DISCOVER', 'OTHER')),
    CONSTRAINT ck_card_expiry CHECK (expiry_month BETWEEN 1 AND 12 AND expiry_year >= 2000)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What was asked of the channel for a payment by card, and what it has decided. due_at is when to ask it (again); NULL
-- once it has decided, and then the token is forgotten.
CREATE TABLE charge
(
    payment_id BIGINT                                            NOT NULL,
    card_id    BIGINT                                            NOT NULL,
    token      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    status     VARCHAR(16)                                       NOT NULL,
    attempts   INT                                               NOT NULL DEFAULT 0,
    due_at     DATETIME(6)                                       NULL,
    PRIMARY KEY (payment_id),
    KEY ix_charge_due (due_at),
    CONSTRAINT ck_charge_status CHECK (status IN ('PENDING', 'SUCCEEDED', 'DECLINED', 'CANCELLED')),
    CONSTRAINT ck_charge_open CHECK ((status = 'PENDING') = (due_at IS NOT NULL)),
    CONSTRAINT ck_charge_token CHECK ((status = 'PENDING') = (token IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Events of the channel that were applied. Rows are only ever added.
CREATE TABLE channel_event
(
    channel     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    received_at DATETIME(6)                                       NOT NULL,
    PRIMARY KEY (channel, event_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Every step of every payment. from_status is NULL when it was made.
CREATE TABLE payment_history
(
    history_id  BIGINT      NOT NULL,
    payment_id  BIGINT      NOT NULL,
    from_status VARCHAR(16) NULL,
    to_status   VARCHAR(16) NOT NULL,
    step_by     VARCHAR(16) NOT NULL COMMENT 'USER, CHANNEL or SYSTEM',
    reason      VARCHAR(64) NOT NULL,
    created_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (history_id),
    KEY ix_payment_history_payment (payment_id, history_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

ALTER TABLE payment DROP CONSTRAINT ck_payment_method;
ALTER TABLE payment ADD CONSTRAINT ck_payment_method CHECK (method IN ('WALLET', 'CARD'));
-- For records with a filter on the status; primary keys ascend with time.
CREATE INDEX ix_payment_status_newest ON payment (status, payment_id);

-- refunding_cents is what the channel is giving back at this moment; it cannot be given back a second time.
ALTER TABLE payment_order
    ADD COLUMN refunding_cents BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN shop_id BIGINT NULL COMMENT 'NULL for payments from before shops could look';
ALTER TABLE payment_order DROP CONSTRAINT ck_payment_order_refunded;
ALTER TABLE payment_order ADD CONSTRAINT ck_payment_order_refunded
    CHECK (refunded_cents >= 0 AND refunding_cents >= 0 AND refunded_cents + refunding_cents <= amount_cents);
CREATE INDEX ix_payment_order_shop ON payment_order (shop_id, payment_id, order_id);

ALTER TABLE refund
    ADD COLUMN status VARCHAR(16) NOT NULL DEFAULT 'DONE',
    ADD COLUMN request_id BIGINT NOT NULL DEFAULT 0 COMMENT 'the refund request of provider-order, or 0',
    ADD COLUMN attempts INT NOT NULL DEFAULT 0,
    ADD COLUMN due_at DATETIME(6) NULL COMMENT 'when to ask the channel (again)';
ALTER TABLE refund ADD CONSTRAINT ck_refund_status CHECK (status IN ('PENDING', 'DONE'));
ALTER TABLE refund ADD CONSTRAINT ck_refund_open CHECK ((status = 'PENDING') = (due_at IS NOT NULL));
CREATE INDEX ix_refund_due ON refund (due_at);

ALTER TABLE ledger_entry DROP CONSTRAINT ck_ledger_entry_account;
ALTER TABLE ledger_entry ADD CONSTRAINT ck_ledger_entry_account CHECK (
    (account = 'WALLET' AND user_id > 0 AND balance_cents IS NOT NULL AND balance_cents >= 0)
        OR (account IN ('SANDBOX_FUNDING', 'CARD_CLEARING', 'SALES_CLEARING')
            AND user_id = 0 AND balance_cents IS NULL));
