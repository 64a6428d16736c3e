-- Shops and who owns them; only an APPROVED shop is seen by others. One shop a merchant.
CREATE TABLE shops
(
    shop_id        BIGINT        NOT NULL,
    owner_id       BIGINT        NOT NULL,
    name           VARCHAR(64)   NOT NULL,
    name_zh        VARCHAR(64),
    description    VARCHAR(1000) NOT NULL,
    description_zh VARCHAR(1000),
    status         VARCHAR(16)   NOT NULL,
    created_at     DATETIME(6)   NOT NULL,
    updated_at     DATETIME(6)   NOT NULL,
    PRIMARY KEY (shop_id),
    CONSTRAINT shops_owner UNIQUE (owner_id),
    CONSTRAINT shops_status CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'SUSPENDED')),
    CONSTRAINT shops_account FOREIGN KEY (owner_id) REFERENCES accounts (user_id)
);
