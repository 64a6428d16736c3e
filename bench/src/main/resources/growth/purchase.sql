-- Purchases number :from to :until - 1 of :orders, over :products products and the time since 2026-01-02. One in a hundred is of one
-- shopper. Numbers are made as the services make them, by worker :batch.
INSERT INTO gomall_growth.purchase (n, at_ms, at, id, user_id, shop_id, state, first, second, cents)
SELECT b.n, b.at_ms, '2026-01-01' + INTERVAL b.at_ms * 1000 MICROSECOND, b.at_ms * 4194304 + :batch * 4096, b.user_id, 32000 + b.p % 50,
       CASE WHEN b.n % 100 < 10 THEN 'CANCELLED'
            WHEN b.n % 100 = 10 THEN 'REFUNDED'
            WHEN b.n >= :orders - :orders DIV 100 THEN IF(b.n % 2 = 0, 'PAID', 'SHIPPED')
            ELSE 'COMPLETED' END,
       (10000000 + b.p) * 10 + b.n % 4 + 1,
       IF(b.n % 3 = 0, (10000000 + (b.p + 50) % :products) * 10 + (b.n + 1) % 4 + 1, NULL),
       2500 + b.p * 7919 % 400 * 100 + b.n % 4 * 500
           + IF(b.n % 3 = 0, 2500 + (b.p + 50) % :products * 7919 % 400 * 100 + (b.n + 1) % 4 * 500, 0)
FROM (SELECT :from + n AS n, (:from + n) * 7919 % :products AS p,
             IF((:from + n) % 100 = 11, 40000, 40001 + (:from + n) * 7907 % 9999) AS user_id,
             86400000 + (TIMESTAMPDIFF(SECOND, '2026-01-02', UTC_TIMESTAMP()) * 1000 DIV :orders) * (:from + n) AS at_ms
      FROM gomall_growth.number
      WHERE n < :until - :from) b;
