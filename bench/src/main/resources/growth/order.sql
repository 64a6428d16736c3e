-- What provider-order knows of the purchases.
INSERT INTO gomall_order.order_set (order_set_id, user_id, idempotency_key, request_hash, status, total_cents, created_at)
SELECT id, user_id, CONCAT('growth-', n), SHA2(n, 256), 'DONE', cents, at FROM gomall_growth.purchase
WHERE n >= :from AND n < :until;

INSERT INTO gomall_order.orders (order_id, order_set_id, user_id, shop_id, status, items_cents, shipping_cents, discount_cents, total_cents,
                                 receiver, phone, province, city, district, street, zip, payment_id, cancel_reason, carrier, tracking_no,
                                 created_at, expires_at, refunded_cents, paid_at)
SELECT id, id, user_id, shop_id, state, cents, 0, 0, cents, CONCAT('Shopper ', user_id - 40000), '19900000000', '浙江省', '杭州市', '西湖区',
       CONCAT('听松路 ', 1 + user_id % 300, ' 号'), '310012', IF(state = 'CANCELLED', NULL, id), IF(state = 'CANCELLED', 'TIMEOUT', NULL),
       IF(state IN ('CANCELLED', 'PAID'), NULL, 'SF Express'), IF(state IN ('CANCELLED', 'PAID'), NULL, CONCAT('SF', 1000000000 + n)),
       at, IF(state = 'SHIPPED', UTC_TIMESTAMP(6) + INTERVAL 10 DAY, NULL), IF(state = 'REFUNDED', cents, 0),
       IF(state = 'CANCELLED', NULL, at + INTERVAL 1 SECOND)
FROM gomall_growth.purchase
WHERE n >= :from AND n < :until;

INSERT INTO gomall_order.order_item (order_id, sku_id, line_no, product_id, product_name, product_name_zh, image, specs, price_cents, quantity,
                                     total_cents)
SELECT b.id, s.id, b.line_no, s.product_id, p.name, p.name_zh, i.url, s.specs, s.price_cents, 1, s.price_cents
FROM (SELECT id, 1 AS line_no, first AS sku_id FROM gomall_growth.purchase WHERE n >= :from AND n < :until
      UNION ALL
      SELECT id, 2, second FROM gomall_growth.purchase WHERE n >= :from AND n < :until AND second IS NOT NULL) b
JOIN gomall_product.sku s ON s.id = b.sku_id
JOIN gomall_product.product p ON p.id = s.product_id
LEFT JOIN gomall_product.product_image i ON i.product_id = p.id AND i.position = 1;

INSERT INTO gomall_order.order_history (order_id, from_status, to_status, changed_at, changed_by)
SELECT b.id, k.from_status, k.to_status, b.at + INTERVAL k.after SECOND, k.changed_by
FROM gomall_growth.purchase b
JOIN (SELECT 'ANY' AS state, NULL AS from_status, 'CREATED' AS to_status, 0 AS after, 'USER' AS changed_by
      UNION ALL SELECT 'CANCELLED', 'CREATED', 'CANCELLED', 900, 'SYSTEM'
      UNION ALL SELECT 'PAID', 'CREATED', 'PAID', 1, 'SYSTEM'
      UNION ALL SELECT 'SHIPPED', 'CREATED', 'PAID', 1, 'SYSTEM'
      UNION ALL SELECT 'SHIPPED', 'PAID', 'SHIPPED', 7200, 'MERCHANT'
      UNION ALL SELECT 'REFUNDED', 'CREATED', 'PAID', 1, 'SYSTEM'
      UNION ALL SELECT 'REFUNDED', 'PAID', 'SHIPPED', 7200, 'MERCHANT'
      UNION ALL SELECT 'REFUNDED', 'SHIPPED', 'REFUNDING', 90000, 'USER'
      UNION ALL SELECT 'REFUNDED', 'REFUNDING', 'REFUNDED', 90060, 'SYSTEM'
      UNION ALL SELECT 'COMPLETED', 'CREATED', 'PAID', 1, 'SYSTEM'
      UNION ALL SELECT 'COMPLETED', 'PAID', 'SHIPPED', 7200, 'MERCHANT'
      UNION ALL SELECT 'COMPLETED', 'SHIPPED', 'RECEIVED', 172800, 'USER'
      UNION ALL SELECT 'COMPLETED', 'RECEIVED', 'COMPLETED', 777600, 'SYSTEM') k ON k.state IN ('ANY', b.state)
WHERE b.n >= :from AND b.n < :until
ORDER BY b.n, k.after;

INSERT INTO gomall_order.refund_request (refund_id, order_id, open_order_id, user_id, shop_id, payment_id, idempotency_key, status, amount_cents,
                                         reason, order_status, created_at, updated_at)
SELECT id, id, NULL, user_id, shop_id, id, CONCAT('growth-', n), 'DONE', cents, 'does not fit', 'SHIPPED', at + INTERVAL 90000 SECOND,
       at + INTERVAL 90060 SECOND
FROM gomall_growth.purchase
WHERE n >= :from AND n < :until AND state = 'REFUNDED';
