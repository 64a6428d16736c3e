-- Cart lines of users and guests; a cart is the lines of one owner.
CREATE TABLE cart_line
(
    owner      VARCHAR(66) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'u:<user id> or g:<guest token>',
    sku_id     BIGINT      NOT NULL,
    quantity   INT         NOT NULL,
    selected   BOOLEAN     NOT NULL,
    added_at   DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NULL COMMENT 'lines of guests end some day',
    PRIMARY KEY (owner, sku_id),
    KEY ix_cart_line_expiry (expires_at),
    CONSTRAINT ck_cart_line_quantity CHECK (quantity BETWEEN 1 AND 999)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
