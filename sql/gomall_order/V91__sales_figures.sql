-- What was sold and given back by quarter of an hour, of every shop and, as shop 0, of all together. A quarter is written once,
-- long after anything can still be paid or settled in it; what came later is summed up from the orders themselves.
CREATE TABLE sales_figure
(
    shop_id        BIGINT   NOT NULL COMMENT '0 for all shops together',
    begins_at      DATETIME NOT NULL COMMENT 'of the quarter of an hour',
    orders         BIGINT   NOT NULL,
    pieces         BIGINT   NOT NULL,
    paid_cents     BIGINT   NOT NULL,
    refunded_cents BIGINT   NOT NULL,
    PRIMARY KEY (shop_id, begins_at),
    KEY ix_sales_figure_begin (begins_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How far that is; whoever goes on holds this row.
CREATE TABLE sales_closed
(
    name         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    closed_until DATETIME(6)                                       NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO sales_closed (name, closed_until)
VALUES ('SALES', '2000-01-01');
