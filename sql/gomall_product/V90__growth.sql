-- What keeps lists from growing with the catalogue. Every term once, to find those that begin with what somebody typed without
-- walking over all their products; a word that no product has any more does no harm. The best products of a term first; every order of the lists of a category
-- and of a shop by an index of its own; and the desks, which list products of all states.
CREATE TABLE product_word
(
    term VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (term)
) ENGINE = InnoDB;

INSERT INTO product_word (term)
SELECT DISTINCT term FROM product_term;

ALTER TABLE product_term
    ADD KEY ix_product_term_best (term, weight, product_id);

ALTER TABLE product
    ADD KEY ix_product_category_price (category_id, status, min_price_cents),
    ADD KEY ix_product_category_sales (category_id, status, sales),
    ADD KEY ix_product_shop_price (shop_id, status, min_price_cents),
    ADD KEY ix_product_shop_sales (shop_id, status, sales),
    ADD KEY ix_product_shop_newest (shop_id, created_at),
    ADD KEY ix_product_shop_latest (shop_id, updated_at);
