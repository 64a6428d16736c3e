ALTER TABLE orders
    ADD COLUMN refunded_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'what of the total went back; the sum of its refund requests that are DONE';
ALTER TABLE orders
    ADD CONSTRAINT ck_orders_refunded CHECK (refunded_cents >= 0 AND refunded_cents <= total_cents
        AND (status <> 'REFUNDED' OR refunded_cents = total_cents));

-- A wish to get money back. open_order_id is the order's number while somebody still has to act, and NULL afterwards: its
-- unique key is what makes a second open request of an order impossible.
CREATE TABLE refund_request
(
    refund_id       BIGINT                                            NOT NULL,
    order_id        BIGINT                                            NOT NULL,
    open_order_id   BIGINT                                            NULL,
    user_id         BIGINT                                            NOT NULL,
    shop_id         BIGINT                                            NOT NULL,
    payment_id      BIGINT                                            NOT NULL,
    idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status          VARCHAR(16)                                       NOT NULL,
    asked_cents     BIGINT                                            NULL COMMENT 'NULL for all that was left',
    amount_cents    BIGINT                                            NOT NULL,
    reason          VARCHAR(200)                                      NOT NULL COMMENT 'in the shopper''s words',
    refusal         VARCHAR(200)                                      NULL,
    order_status    VARCHAR(16)                                       NOT NULL COMMENT 'where the order was, and goes back to',
    left_micros     BIGINT                                            NULL COMMENT 'time that status had left; NULL when it does not end by itself',
    created_at      DATETIME(6)                                       NOT NULL,
    updated_at      DATETIME(6)                                       NOT NULL,
    PRIMARY KEY (refund_id),
    UNIQUE KEY uk_refund_request_key (user_id, idempotency_key),
    UNIQUE KEY uk_refund_request_open (open_order_id),
    KEY ix_refund_request_order (order_id, refund_id),
    KEY ix_refund_request_shop (shop_id, refund_id),
    KEY ix_refund_request_shop_status (shop_id, status, refund_id),
    KEY ix_refund_request_status (status, refund_id),
    CONSTRAINT ck_refund_request_status CHECK (status IN ('REQUESTED', 'APPROVED', 'REFUSED', 'DONE')),
    CONSTRAINT ck_refund_request_open CHECK ((status IN ('REQUESTED', 'APPROVED')) = (open_order_id IS NOT NULL)),
    CONSTRAINT ck_refund_request_amount CHECK (amount_cents > 0),
    CONSTRAINT ck_refund_request_refusal CHECK ((status = 'REFUSED') = (refusal IS NOT NULL)),
    CONSTRAINT ck_refund_request_order_status CHECK (order_status IN ('PAID', 'SHIPPED', 'RECEIVED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Every step of every refund request. Rows are only ever added.
CREATE TABLE refund_history
(
    history_id  BIGINT       NOT NULL AUTO_INCREMENT,
    refund_id   BIGINT       NOT NULL,
    from_status VARCHAR(16)  NULL,
    to_status   VARCHAR(16)  NOT NULL,
    changed_at  DATETIME(6)  NOT NULL,
    changed_by  VARCHAR(16)  NOT NULL,
    reason      VARCHAR(200) NULL,
    PRIMARY KEY (history_id),
    KEY ix_refund_history_refund (refund_id, history_id),
    CONSTRAINT ck_refund_history_by CHECK (changed_by IN ('USER', 'MERCHANT', 'ADMIN', 'SYSTEM'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
