-- Two levels: a category without parent_id is shown in the menu, the others under their parent.
CREATE TABLE category
(
    id        BIGINT       NOT NULL,
    parent_id BIGINT       NULL COMMENT 'NULL for a top category',
    name      VARCHAR(100) NOT NULL,
    name_zh   VARCHAR(100) NOT NULL,
    slug      VARCHAR(50)  NOT NULL COMMENT 'names the picture style and the icon',
    position  INT          NOT NULL COMMENT 'display order among siblings',
    PRIMARY KEY (id),
    UNIQUE KEY uk_category_slug (slug),
    KEY ix_category_parent (parent_id, position),
    CONSTRAINT fk_category_parent FOREIGN KEY (parent_id) REFERENCES category (id)
) ENGINE = InnoDB;

-- Prices, sales and in_stock repeat what the SKUs and other services know, so that lists can filter and sort by an index.
-- A list orders by its column and then by id, which InnoDB keeps at the end of every index.
CREATE TABLE product
(
    id              BIGINT        NOT NULL,
    shop_id         BIGINT        NOT NULL COMMENT 'number given out by provider-user',
    category_id     BIGINT        NOT NULL,
    name            VARCHAR(200)  NOT NULL,
    name_zh         VARCHAR(200)  NOT NULL,
    description     VARCHAR(5000) NOT NULL,
    description_zh  VARCHAR(5000) NOT NULL,
    status          VARCHAR(16)   NOT NULL,
    min_price_cents BIGINT        NOT NULL DEFAULT 0 COMMENT 'lowest price of an active SKU, in fen',
    max_price_cents BIGINT        NOT NULL DEFAULT 0 COMMENT 'highest price of an active SKU, in fen',
    sales           BIGINT        NOT NULL DEFAULT 0 COMMENT 'pieces sold so far',
    in_stock        BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'an active SKU could be bought a few seconds ago',
    term_version    INT           NOT NULL DEFAULT 0 COMMENT 'which rules product_term was written by, 0 = not at all',
    created_at      DATETIME(6)   NOT NULL,
    updated_at      DATETIME(6)   NOT NULL,
    PRIMARY KEY (id),
    KEY ix_product_newest (status, created_at),
    KEY ix_product_price (status, min_price_cents),
    KEY ix_product_sales (status, sales),
    KEY ix_product_category (category_id, status, created_at),
    KEY ix_product_shop (shop_id, status, created_at),
    KEY ix_product_term_version (term_version),
    CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id),
    CONSTRAINT ck_product_status CHECK (status IN ('DRAFT', 'PENDING', 'APPROVED', 'REJECTED', 'UNLISTED')),
    CONSTRAINT ck_product_prices CHECK (min_price_cents >= 0 AND max_price_cents >= min_price_cents),
    CONSTRAINT ck_product_visible_price CHECK (status <> 'APPROVED' OR min_price_cents > 0),
    CONSTRAINT ck_product_sales CHECK (sales >= 0)
) ENGINE = InnoDB;

CREATE TABLE product_image
(
    product_id BIGINT       NOT NULL,
    position   INT          NOT NULL COMMENT 'from 1; the first one stands for the product in lists and orders',
    url        VARCHAR(300) NOT NULL,
    PRIMARY KEY (product_id, position),
    CONSTRAINT fk_product_image_product FOREIGN KEY (product_id) REFERENCES product (id),
    CONSTRAINT ck_product_image_position CHECK (position >= 1)
) ENGINE = InnoDB;

-- specs is text, not JSON: MySQL's JSON type sorts the keys, and their order is the order of display.
CREATE TABLE sku
(
    id          BIGINT        NOT NULL,
    product_id  BIGINT        NOT NULL,
    position    INT           NOT NULL COMMENT 'display order within the product',
    specs       VARCHAR(1000) NOT NULL COMMENT 'JSON object of strings, for example {"Colour":"Sand","Size":"M"}',
    price_cents BIGINT        NOT NULL COMMENT 'in fen',
    active      BOOLEAN       NOT NULL DEFAULT TRUE COMMENT 'FALSE once it was withdrawn',
    in_stock    BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'could be bought a few seconds ago',
    PRIMARY KEY (id),
    KEY ix_sku_product (product_id, position),
    CONSTRAINT fk_sku_product FOREIGN KEY (product_id) REFERENCES product (id),
    CONSTRAINT ck_sku_specs CHECK (JSON_VALID(specs)),
    CONSTRAINT ck_sku_price CHECK (price_cents > 0)
) ENGINE = InnoDB;

-- What a product can be found by: words, and pairs of neighbouring Chinese characters. Written from the product's texts
-- by provider-product. An own table because full-text search for Chinese differs between MySQL and MariaDB.
-- The binary collation makes comparisons exact and lets LIKE 'word%' walk the primary key.
CREATE TABLE product_term
(
    term       VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    product_id BIGINT                                                NOT NULL,
    weight     INT                                                   NOT NULL COMMENT 'what a hit is worth',
    PRIMARY KEY (term, product_id),
    KEY ix_product_term_product (product_id),
    CONSTRAINT ck_product_term_weight CHECK (weight > 0)
) ENGINE = InnoDB;
