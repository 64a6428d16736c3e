CREATE TABLE payment
(
    payment_id     BIGINT      NOT NULL,
    user_id        BIGINT      NOT NULL,
    method         VARCHAR(16) NOT NULL,
    status         VARCHAR(16) NOT NULL,
    amount_cents   BIGINT      NOT NULL,
    refunded_cents BIGINT      NOT NULL DEFAULT 0,
    created_at     DATETIME(6) NOT NULL,
    updated_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (payment_id),
    KEY ix_payment_user (user_id, payment_id),
    KEY ix_payment_status (status, updated_at),
    CONSTRAINT ck_payment_method CHECK (method IN ('WALLET')),
    CONSTRAINT ck_payment_status
        CHECK (status IN ('PENDING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'EXPIRED', 'REFUNDED')),
    CONSTRAINT ck_payment_amount CHECK (amount_cents >= 0),
    CONSTRAINT ck_payment_refunded CHECK (refunded_cents >= 0 AND refunded_cents <= amount_cents)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The share of every order in a payment. claimed_order_id is the order's number while the payment is under way or keeps
-- money for it, and NULL afterwards: its unique key is what makes a second payment of an order impossible.
CREATE TABLE payment_order
(
    payment_id       BIGINT NOT NULL,
    order_id         BIGINT NOT NULL,
    amount_cents     BIGINT NOT NULL,
    refunded_cents   BIGINT NOT NULL DEFAULT 0,
    claimed_order_id BIGINT NULL,
    PRIMARY KEY (payment_id, order_id),
    UNIQUE KEY uq_payment_order_claim (claimed_order_id),
    KEY ix_payment_order_order (order_id, payment_id),
    CONSTRAINT ck_payment_order_amount CHECK (amount_cents >= 0),
    CONSTRAINT ck_payment_order_refunded CHECK (refunded_cents >= 0 AND refunded_cents <= amount_cents),
    CONSTRAINT ck_payment_order_claim CHECK (claimed_order_id IS NULL OR claimed_order_id = order_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Money given back. refund_key names the cause, so that one cause gives money back once.
CREATE TABLE refund
(
    refund_id    BIGINT                                           NOT NULL,
    refund_key   VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_id   BIGINT                                           NOT NULL,
    order_id     BIGINT                                           NOT NULL,
    amount_cents BIGINT                                           NOT NULL,
    reason       VARCHAR(32)                                      NOT NULL,
    created_at   DATETIME(6)                                      NOT NULL,
    PRIMARY KEY (refund_id),
    UNIQUE KEY uq_refund_key (refund_key),
    KEY ix_refund_payment (payment_id, refund_id),
    CONSTRAINT ck_refund_amount CHECK (amount_cents >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
