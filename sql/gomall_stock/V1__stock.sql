-- Stock per SKU. One narrow row, changed only by conditional updates; total = available + reserved + sold at every moment.
CREATE TABLE stock
(
    sku_id    BIGINT NOT NULL COMMENT 'number given out by provider-product',
    total     INT    NOT NULL COMMENT 'pieces ever taken in; equals the sum of stock_ledger.delta',
    available INT    NOT NULL COMMENT 'pieces that can be reserved now',
    reserved  INT    NOT NULL DEFAULT 0 COMMENT 'pieces of reservations in TRYING, RESERVED and RELEASING',
    sold      INT    NOT NULL DEFAULT 0 COMMENT 'pieces of reservations in SOLD',
    PRIMARY KEY (sku_id),
    CONSTRAINT ck_stock_available CHECK (available >= 0),
    CONSTRAINT ck_stock_reserved CHECK (reserved >= 0),
    CONSTRAINT ck_stock_sold CHECK (sold >= 0),
    CONSTRAINT ck_stock_total CHECK (total = available + reserved + sold)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What every order holds. TRYING and RELEASING are the first phases of a global transaction that is still open.
CREATE TABLE reservation
(
    order_id   BIGINT      NOT NULL,
    sku_id     BIGINT      NOT NULL,
    quantity   INT         NOT NULL,
    status     VARCHAR(16) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    PRIMARY KEY (order_id, sku_id),
    KEY ix_reservation_sku (sku_id, status, quantity),
    KEY ix_reservation_status (status, updated_at),
    CONSTRAINT ck_reservation_quantity CHECK (quantity > 0),
    CONSTRAINT ck_reservation_status CHECK (status IN ('TRYING', 'RESERVED', 'RELEASING', 'RELEASED', 'SOLD'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Why a SKU has the total it has. Rows are only ever added.
CREATE TABLE stock_ledger
(
    entry_id   BIGINT       NOT NULL,
    sku_id     BIGINT       NOT NULL,
    delta      INT          NOT NULL COMMENT 'change of stock.total',
    reason     VARCHAR(200) NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (entry_id),
    KEY ix_stock_ledger_sku (sku_id, entry_id),
    CONSTRAINT ck_stock_ledger_delta CHECK (delta <> 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
