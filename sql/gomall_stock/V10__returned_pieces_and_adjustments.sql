-- The pieces of a refunded order that never left the shop are RETURNED: they are neither reserved nor sold any more.
ALTER TABLE reservation DROP CONSTRAINT ck_reservation_status;
ALTER TABLE reservation ADD CONSTRAINT ck_reservation_status
    CHECK (status IN ('TRYING', 'RESERVED', 'RELEASING', 'RELEASED', 'SOLD', 'RETURNED'));

-- A change that comes with a key changes a SKU once.
ALTER TABLE stock_ledger
    ADD COLUMN change_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL
        COMMENT 'names the wish behind the change; NULL for rows that nobody repeats',
    ADD UNIQUE KEY uk_stock_ledger_key (sku_id, change_key);
