-- Delivery addresses. default_of holds the owner's id on the default address and is empty on the others, so that the
-- unique key keeps a user from ever having two defaults.
CREATE TABLE addresses
(
    address_id BIGINT       NOT NULL,
    user_id    BIGINT       NOT NULL,
    default_of BIGINT,
    receiver   VARCHAR(64)  NOT NULL,
    phone      VARCHAR(24)  NOT NULL,
    province   VARCHAR(64)  NOT NULL,
    city       VARCHAR(64)  NOT NULL,
    district   VARCHAR(64),
    street     VARCHAR(200) NOT NULL,
    zip        VARCHAR(12),
    created_at DATETIME(6)  NOT NULL,
    updated_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (address_id),
    KEY addresses_of_user (user_id, address_id),
    CONSTRAINT addresses_one_default UNIQUE (default_of),
    CONSTRAINT addresses_own_default CHECK (default_of IS NULL OR default_of = user_id),
    CONSTRAINT addresses_account FOREIGN KEY (user_id) REFERENCES accounts (user_id)
);
