-- Orders of all users and shops in one state, newest first. What has no such filter is read by the primary key.
ALTER TABLE orders
    ADD KEY ix_orders_status (status, order_id);
