-- Applying for a shop: why one was rejected, what happened to it, and who may apply.
ALTER TABLE shops
    ADD COLUMN reason VARCHAR(500) NULL COMMENT 'why it was rejected',
    ADD CONSTRAINT shops_reason CHECK (status = 'REJECTED' OR reason IS NULL),
    ADD KEY shops_by_status (status, updated_at, shop_id);

CREATE TABLE shop_history
(
    id          BIGINT      NOT NULL,
    shop_id     BIGINT      NOT NULL,
    from_status VARCHAR(16),
    to_status   VARCHAR(16) NOT NULL,
    by_user_id  BIGINT      NOT NULL,
    reason      VARCHAR(500),
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY shop_history_of_shop (shop_id, id),
    CONSTRAINT shop_history_shop FOREIGN KEY (shop_id) REFERENCES shops (shop_id)
);

INSERT INTO role_permissions (role, pattern)
VALUES ('USER', 'GET:/api/merchant/shop'),
       ('USER', 'POST:/api/merchant/shop'),
       ('USER', 'PUT:/api/merchant/shop'),
       ('USER', 'GET:/merchant/shop'),
       ('USER', 'POST:/merchant/shop');
