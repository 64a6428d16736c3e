-- What was sold by day: the moment an order was paid, and the indexes that find the payments and refunds of some days.
ALTER TABLE orders
    ADD COLUMN paid_at DATETIME(6) NULL COMMENT 'when its payment was taken; stays, whatever becomes of the order';

UPDATE orders
JOIN (SELECT order_id, MIN(changed_at) AS paid_at
      FROM order_history
      WHERE to_status = 'PAID'
      GROUP BY order_id) history ON history.order_id = orders.order_id
SET orders.paid_at = history.paid_at
WHERE orders.payment_id IS NOT NULL;

ALTER TABLE orders
    ADD KEY ix_orders_shop_paid (shop_id, paid_at),
    ADD KEY ix_orders_paid (paid_at);

ALTER TABLE refund_request
    ADD KEY ix_refund_request_shop_settled (shop_id, status, updated_at),
    ADD KEY ix_refund_request_settled (status, updated_at);
