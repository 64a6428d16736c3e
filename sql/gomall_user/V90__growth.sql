-- Shops of all states in the order in which admins see them; lists by state have shops_by_status.
ALTER TABLE shops
    ADD KEY shops_by_change (updated_at, shop_id);
