-- Products that merchants make and admins look at.
ALTER TABLE product
    ADD COLUMN reason VARCHAR(500) NULL COMMENT 'why it was rejected',
    ADD CONSTRAINT ck_product_reason CHECK (status = 'REJECTED' OR reason IS NULL),
    ADD KEY ix_product_changed (status, updated_at),
    ADD KEY ix_product_shop_changed (shop_id, status, updated_at);

-- The trail outlives a product that was deleted, so it does not refer to the product's row.
CREATE TABLE product_history
(
    id          BIGINT      NOT NULL,
    product_id  BIGINT      NOT NULL,
    from_status VARCHAR(16) NULL,
    to_status   VARCHAR(16) NOT NULL,
    by_role     VARCHAR(16) NOT NULL,
    by_user_id  BIGINT      NOT NULL,
    reason      VARCHAR(500) NULL,
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_product_history_product (product_id, id),
    CONSTRAINT ck_product_history_role CHECK (by_role IN ('MERCHANT', 'ADMIN'))
) ENGINE = InnoDB;

-- Whose an uploaded picture is; consumer-web keeps the picture itself.
CREATE TABLE picture
(
    upload_id  CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    shop_id    BIGINT                                         NOT NULL,
    width      INT                                            NOT NULL,
    height     INT                                            NOT NULL,
    bytes      INT                                            NOT NULL,
    created_at DATETIME(6)                                    NOT NULL,
    PRIMARY KEY (upload_id),
    KEY ix_picture_shop (shop_id),
    CONSTRAINT ck_picture_size CHECK (width > 0 AND height > 0 AND bytes > 0)
) ENGINE = InnoDB;
