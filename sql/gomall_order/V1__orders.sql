-- One purchase: the orders that were placed together, and the idempotency key of the request that placed them.
CREATE TABLE order_set
(
    order_set_id    BIGINT                                       NOT NULL,
    user_id         BIGINT                                       NOT NULL,
    idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_hash    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin    NOT NULL COMMENT 'SHA-256 of what was asked for',
    status          VARCHAR(16)                                  NOT NULL COMMENT 'PENDING until the global transaction has committed',
    total_cents     BIGINT                                       NOT NULL,
    created_at      DATETIME(6)                                  NOT NULL,
    PRIMARY KEY (order_set_id),
    UNIQUE KEY uk_order_set_key (user_id, idempotency_key),
    CONSTRAINT ck_order_set_status CHECK (status IN ('PENDING', 'DONE')),
    CONSTRAINT ck_order_set_total CHECK (total_cents >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One order per shop. PLACING (invisible) and CANCELLING (shown as CREATED) are first phases of an open global transaction.
CREATE TABLE orders
(
    order_id       BIGINT       NOT NULL,
    order_set_id   BIGINT       NOT NULL,
    user_id        BIGINT       NOT NULL,
    shop_id        BIGINT       NOT NULL,
    status         VARCHAR(16)  NOT NULL,
    items_cents    BIGINT       NOT NULL,
    shipping_cents BIGINT       NOT NULL,
    discount_cents BIGINT       NOT NULL,
    total_cents    BIGINT       NOT NULL,
    receiver       VARCHAR(64)  NOT NULL COMMENT 'the address is the order''s own copy',
    phone          VARCHAR(32)  NOT NULL,
    province       VARCHAR(64)  NOT NULL,
    city           VARCHAR(64)  NOT NULL,
    district       VARCHAR(64)  NULL,
    street         VARCHAR(200) NOT NULL,
    zip            VARCHAR(16)  NULL,
    note           VARCHAR(500) NULL,
    payment_id     BIGINT       NULL COMMENT 'the one payment that paid it',
    cancel_reason  VARCHAR(16)  NULL,
    carrier        VARCHAR(64)  NULL,
    tracking_no    VARCHAR(64)  NULL,
    created_at     DATETIME(6)  NOT NULL,
    expires_at     DATETIME(6)  NULL COMMENT 'when the status ends by itself: unpaid is cancelled, shipped is received, received is completed',
    sweep_at       DATETIME(6)  NULL COMMENT 'not to be swept again before; set while a sweeper works on it',
    PRIMARY KEY (order_id),
    KEY ix_orders_set (order_set_id),
    KEY ix_orders_user (user_id, order_id),
    KEY ix_orders_user_status (user_id, status, order_id),
    KEY ix_orders_shop (shop_id, order_id),
    KEY ix_orders_shop_status (shop_id, status, order_id),
    KEY ix_orders_expiry (status, expires_at),
    CONSTRAINT ck_orders_status CHECK (status IN ('PLACING', 'CREATED', 'CANCELLING', 'PAID', 'SHIPPED', 'RECEIVED',
                                                  'COMPLETED', 'CANCELLED', 'REFUNDING', 'REFUNDED')),
    CONSTRAINT ck_orders_items CHECK (items_cents >= 0),
    CONSTRAINT ck_orders_shipping CHECK (shipping_cents >= 0),
    CONSTRAINT ck_orders_discount CHECK (discount_cents >= 0),
    CONSTRAINT ck_orders_total CHECK (total_cents >= 0 AND total_cents = items_cents + shipping_cents - discount_cents),
    CONSTRAINT ck_orders_paid CHECK (payment_id IS NOT NULL
        OR status IN ('PLACING', 'CREATED', 'CANCELLING', 'CANCELLED')),
    CONSTRAINT ck_orders_unpaid CHECK (payment_id IS NULL
        OR status NOT IN ('PLACING', 'CREATED', 'CANCELLING', 'CANCELLED')),
    CONSTRAINT ck_orders_cancelled CHECK ((status = 'CANCELLED') = (cancel_reason IS NOT NULL)),
    CONSTRAINT ck_orders_expiry CHECK (expires_at IS NOT NULL OR status NOT IN ('PLACING', 'CREATED', 'CANCELLING'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What was bought, as it was then.
CREATE TABLE order_item
(
    order_id        BIGINT       NOT NULL,
    sku_id          BIGINT       NOT NULL,
    line_no         INT          NOT NULL COMMENT 'position in the order, from 1',
    product_id      BIGINT       NOT NULL,
    product_name    VARCHAR(200) NOT NULL,
    product_name_zh VARCHAR(200) NULL,
    image           VARCHAR(500) NULL,
    specs           TEXT         NOT NULL COMMENT 'JSON object in display order',
    price_cents     BIGINT       NOT NULL,
    quantity        INT          NOT NULL,
    total_cents     BIGINT       NOT NULL,
    PRIMARY KEY (order_id, sku_id),
    CONSTRAINT ck_order_item_price CHECK (price_cents >= 0),
    CONSTRAINT ck_order_item_quantity CHECK (quantity > 0),
    CONSTRAINT ck_order_item_total CHECK (total_cents = price_cents * quantity)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Every step of every order. Rows are only ever added.
CREATE TABLE order_history
(
    history_id  BIGINT       NOT NULL AUTO_INCREMENT,
    order_id    BIGINT       NOT NULL,
    from_status VARCHAR(16)  NULL,
    to_status   VARCHAR(16)  NOT NULL,
    changed_at  DATETIME(6)  NOT NULL,
    changed_by  VARCHAR(16)  NOT NULL,
    reason      VARCHAR(200) NULL,
    PRIMARY KEY (history_id),
    KEY ix_order_history_order (order_id, history_id),
    CONSTRAINT ck_order_history_by CHECK (changed_by IN ('USER', 'MERCHANT', 'ADMIN', 'SYSTEM'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Money that came for an order which could not take it; a row is written together with its PaymentRefused event.
CREATE TABLE refused_payment
(
    order_id     BIGINT      NOT NULL,
    payment_id   BIGINT      NOT NULL,
    amount_cents BIGINT      NOT NULL,
    refused_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (order_id, payment_id),
    CONSTRAINT ck_refused_payment_amount CHECK (amount_cents > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
