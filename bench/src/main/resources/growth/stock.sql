-- What provider-stock knows of the purchases.
INSERT INTO gomall_stock.reservation (order_id, sku_id, quantity, status, created_at, updated_at)
SELECT id, first, 1, IF(state = 'CANCELLED', 'RELEASED', 'SOLD'), at, at FROM gomall_growth.purchase
WHERE n >= :from AND n < :until
UNION ALL
SELECT id, second, 1, IF(state = 'CANCELLED', 'RELEASED', 'SOLD'), at, at FROM gomall_growth.purchase
WHERE n >= :from AND n < :until AND second IS NOT NULL;

UPDATE gomall_stock.stock s
JOIN (SELECT r.sku_id, COUNT(*) AS pieces
      FROM gomall_growth.purchase b
      JOIN gomall_stock.reservation r ON r.order_id = b.id AND r.status = 'SOLD'
      WHERE b.n >= :from AND b.n < :until
      GROUP BY r.sku_id) gone ON gone.sku_id = s.sku_id
SET s.available = s.available - gone.pieces, s.sold = s.sold + gone.pieces;
