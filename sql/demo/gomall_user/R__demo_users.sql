-- Demo accounts, password gomall-demo. Existing rows stay as they are, so it can run again.
INSERT INTO accounts (user_id, username, username_key, email, email_key, password_hash, password_changed_at, status,
                      nickname, phone, avatar, created_at, updated_at)
VALUES (1001, 'alice', 'alice', 'alice@gomall.example', 'alice@gomall.example',
        '$argon2id$v=19$m=12288,t=3,p=1$ys10gPD4Pzbqr07ABBefTQ$loHOQslwPOZ48ZbvRuHT87NiCWzx1Hr7e/7k+XPrOvQ',
        '2026-01-05 02:10:00', 'ACTIVE', 'Alice', NULL, NULL, '2026-01-05 02:10:00', '2026-01-05 02:10:00'),
       (1002, 'bob', 'bob', 'bob@gomall.example', 'bob@gomall.example',
        '$argon2id$v=19$m=12288,t=3,p=1$GzDPnjXdBu35VeFjn4c1Bw$hHq5BHmjQwF5eQFM4/XLGofeIp/ItQpOKEDNzCH+5Tw',
        '2026-01-06 08:25:00', 'ACTIVE', 'Bob', NULL, NULL, '2026-01-06 08:25:00', '2026-01-06 08:25:00'),
       (1003, 'nova', 'nova', 'nova@gomall.example', 'nova@gomall.example',
        '$argon2id$v=19$m=12288,t=3,p=1$fuvrs69vfWb2Bl/nXhN0Fw$aCjqsjIKLkCKG1vhFLaiucHTPaHlQAl9KRjJm/h1jwk',
        '2026-01-03 01:00:00', 'ACTIVE', 'Nova', NULL, NULL, '2026-01-03 01:00:00', '2026-01-03 01:00:00'),
       (1004, 'orbit', 'orbit', 'orbit@gomall.example', 'orbit@gomall.example',
        '$argon2id$v=19$m=12288,t=3,p=1$20F4LwPF9MOW8qgXk/iPKg$FO8ADH9iyPFoWCVgBQLNrNt8fKh7b99eWv9s4CIx+8o',
        '2026-01-03 01:30:00', 'ACTIVE', 'Orbit', NULL, NULL, '2026-01-03 01:30:00', '2026-01-03 01:30:00'),
       (1005, 'admin', 'admin', 'admin@gomall.example', 'admin@gomall.example',
        '$argon2id$v=19$m=12288,t=3,p=1$t5vCOrYSeX1VFFB+OhSzqA$9ykCwf+EXwIFBAMUjzExHwAsyCpnDqMssSNq1/LNzKY',
        '2026-01-02 01:00:00', 'ACTIVE', 'Admin', NULL, NULL, '2026-01-02 01:00:00', '2026-01-02 01:00:00'),
       (1006, 'ops', 'ops', 'ops@gomall.example', 'ops@gomall.example',
        '$argon2id$v=19$m=12288,t=3,p=1$MpnnwqMqN4xsZZH4VoZzzw$W4STneQxCfobz/xccDKbidSIXs1hSh0AjAakX92Ytjo',
        '2026-01-02 01:05:00', 'ACTIVE', 'Ops', NULL, NULL, '2026-01-02 01:05:00', '2026-01-02 01:05:00')
ON DUPLICATE KEY UPDATE user_id = user_id;

INSERT INTO user_roles (user_id, role, granted_at)
VALUES (1001, 'USER', '2026-01-05 02:10:00'),
       (1002, 'USER', '2026-01-06 08:25:00'),
       (1003, 'USER', '2026-01-03 01:00:00'),
       (1003, 'MERCHANT', '2026-01-03 01:00:00'),
       (1004, 'USER', '2026-01-03 01:30:00'),
       (1004, 'MERCHANT', '2026-01-03 01:30:00'),
       (1005, 'USER', '2026-01-02 01:00:00'),
       (1005, 'ADMIN', '2026-01-02 01:00:00'),
       (1006, 'USER', '2026-01-02 01:05:00'),
       (1006, 'OPS', '2026-01-02 01:05:00')
ON DUPLICATE KEY UPDATE user_id = user_id;

-- Invented people, places and numbers.
INSERT INTO addresses (address_id, user_id, default_of, receiver, phone, province, city, district, street, zip,
                       created_at, updated_at)
VALUES (1101, 1001, 1001, '林爱莉', '19900001001', '浙江省', '杭州市', '西湖区', '听松路 118 号云溪雅苑 5 幢 1203 室',
        '310012', '2026-01-05 02:20:00', '2026-01-05 02:20:00'),
       (1102, 1002, 1002, '陈博', '19900001002', '广东省', '深圳市', '南山区', '海棠三路 26 号前湾小区 3 栋 2 单元 801',
        '518057', '2026-01-06 08:40:00', '2026-01-06 08:40:00')
ON DUPLICATE KEY UPDATE user_id = user_id;

INSERT INTO shops (shop_id, owner_id, name, name_zh, description, description_zh, status, created_at, updated_at)
VALUES (2001, 1003, 'Nova Home & Living', '星禾家居',
        'Calm, useful things for kitchen, bedroom and bath, picked by people who cook and sleep at home.',
        '厨房、卧室与卫浴的素净好物，由真正在家做饭、好好睡觉的人挑选。', 'APPROVED', '2026-01-04 03:00:00',
        '2026-01-04 03:00:00'),
       (2002, 1004, 'Orbit Digital', '环轨数码',
        'Phones, audio, keyboards and the small parts that keep them going, shipped from Shenzhen within a day.',
        '手机、音频、键盘与各类配件，深圳仓当日发货。', 'APPROVED', '2026-01-04 03:30:00', '2026-01-04 03:30:00')
ON DUPLICATE KEY UPDATE shop_id = shop_id;
