-- Products number :from to :until - 1 of 50 shops, four SKUs each, all of them on the shelf.
INSERT INTO gomall_product.product (id, shop_id, category_id, name, name_zh, description, description_zh, status, min_price_cents,
                                    max_price_cents, sales, in_stock, term_version, created_at, updated_at)
SELECT 10000000 + p.n, 32000 + p.n % 50, l.category_id, CONCAT(m.en, ' ', s.en, ' ', t.en, ' ', CHAR(65 + p.n % 26 USING ascii), p.n),
       CONCAT(m.zh, s.zh, t.zh, ' ', CHAR(65 + p.n % 26 USING ascii), p.n),
       CONCAT(m.en, ' ', t.en, ' made of ', s.en, '. Checked by hand before it leaves us.'),
       CONCAT(s.zh, t.zh, '，', m.zh, '，出货前逐件检查。'),
       CASE p.n % 100 WHEN 97 THEN 'PENDING' WHEN 98 THEN 'DRAFT' WHEN 99 THEN 'UNLISTED' ELSE 'APPROVED' END,
       2500 + p.n * 7919 % 400 * 100, 4000 + p.n * 7919 % 400 * 100, p.n * 104729 % 5000, TRUE, 1,
       '2024-12-01' + INTERVAL p.n * 240 SECOND, '2024-12-01 01:00:00' + INTERVAL p.n * 240 SECOND
FROM (SELECT :from + n AS n FROM gomall_growth.number WHERE n < :until - :from) p
JOIN (SELECT COUNT(*) AS leaves FROM gomall_growth.leaf) k
JOIN gomall_growth.word m ON m.kind = 'manner' AND m.i = p.n * 31 % 17
JOIN gomall_growth.word s ON s.kind = 'stuff' AND s.i = p.n * 17 % 13
JOIN gomall_growth.word t ON t.kind = 'thing' AND t.i = p.n * 7 % k.leaves
JOIN gomall_growth.leaf l ON l.i = p.n * 7 % k.leaves;

-- The pictures are those of the demo catalogue.
INSERT INTO gomall_product.product_image (product_id, position, url)
SELECT 10000000 + :from + n, i.position, i.url
FROM gomall_growth.number
JOIN gomall_product.product_image i ON i.product_id = 100001 + (:from + n) % 200
WHERE n < :until - :from;

INSERT INTO gomall_product.sku (id, product_id, position, specs, price_cents, active, in_stock)
SELECT (10000000 + :from + n) * 10 + k.i + 1, 10000000 + :from + n, k.i + 1, CONCAT('{"Size":"', ELT(k.i + 1, 'S', 'M', 'L', 'XL'), '"}'),
       2500 + (:from + n) * 7919 % 400 * 100 + k.i * 500, TRUE, TRUE
FROM gomall_growth.number
JOIN gomall_growth.word k ON k.kind = 'stuff' AND k.i < 4
WHERE n < :until - :from;

INSERT INTO gomall_product.product_history (id, product_id, from_status, to_status, by_role, by_user_id, at)
SELECT id, id, NULL, 'DRAFT', 'MERCHANT', shop_id - 1000, created_at
FROM gomall_product.product
WHERE id BETWEEN 10000000 + :from AND 9999999 + :until;

-- As provider-product writes them: words, and pairs of neighbouring Chinese characters.
INSERT INTO gomall_product.product_term (term, product_id, weight)
SELECT LOWER(word), id, MAX(weight)
FROM (SELECT SUBSTRING_INDEX(name, ' ', 1) AS word, id, 11 AS weight FROM gomall_product.product
      WHERE id BETWEEN 10000000 + :from AND 9999999 + :until
      UNION ALL
      SELECT SUBSTRING_INDEX(SUBSTRING_INDEX(name, ' ', 2), ' ', -1), id, 11 FROM gomall_product.product
      WHERE id BETWEEN 10000000 + :from AND 9999999 + :until
      UNION ALL
      SELECT IF(t.en LIKE '%ss', t.en, TRIM(TRAILING 's' FROM t.en)), p.id, 15 FROM gomall_product.product p
      JOIN gomall_growth.leaf l ON l.category_id = p.category_id
      JOIN gomall_growth.word t ON t.kind = 'thing' AND t.i = l.i
      WHERE p.id BETWEEN 10000000 + :from AND 9999999 + :until
      UNION ALL
      SELECT SUBSTRING_INDEX(name, ' ', -1), id, 10 FROM gomall_product.product
      WHERE id BETWEEN 10000000 + :from AND 9999999 + :until
      UNION ALL
      SELECT k.en, id, 1 FROM gomall_product.product
      JOIN (SELECT 'made' AS en UNION ALL SELECT 'checked' UNION ALL SELECT 'hand' UNION ALL SELECT 'before') k
      WHERE id BETWEEN 10000000 + :from AND 9999999 + :until
      UNION ALL
      SELECT SUBSTRING(name_zh, k.i + 1, 2), id, 11 FROM gomall_product.product
      JOIN gomall_growth.word k ON k.kind = 'stuff' AND k.i < 5
      WHERE id BETWEEN 10000000 + :from AND 9999999 + :until
      UNION ALL
      SELECT SUBSTRING(name_zh, 6, 1), id, 10 FROM gomall_product.product
      WHERE id BETWEEN 10000000 + :from AND 9999999 + :until) found
GROUP BY LOWER(word), id
ORDER BY 1, 2;

INSERT IGNORE INTO gomall_product.product_word (term)
SELECT DISTINCT term FROM gomall_product.product_term
WHERE product_id BETWEEN 10000000 + :from AND 9999999 + :until;

INSERT INTO gomall_stock.stock (sku_id, total, available)
SELECT id, 10000, 10000 FROM gomall_product.sku
WHERE id BETWEEN (10000000 + :from) * 10 AND (10000000 + :until) * 10 - 1;

INSERT INTO gomall_stock.stock_ledger (entry_id, sku_id, delta, reason, created_at)
SELECT id, id, 10000, 'first delivery', '2026-01-01' FROM gomall_product.sku
WHERE id BETWEEN (10000000 + :from) * 10 AND (10000000 + :until) * 10 - 1;
