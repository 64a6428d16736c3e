-- Words, shops and shoppers that generated rows are made of. :from and :until are not used here.
CREATE TABLE gomall_growth.number (n INT NOT NULL PRIMARY KEY);

INSERT INTO gomall_growth.number
WITH RECURSIVE digit (d) AS (SELECT 0 UNION ALL SELECT d + 1 FROM digit WHERE d < 9)
SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d FROM digit a, digit b, digit c, digit e;

-- One of each makes a name.
CREATE TABLE gomall_growth.word
(
    kind CHAR(8)     NOT NULL,
    i    INT         NOT NULL,
    en   VARCHAR(40) NOT NULL,
    zh   VARCHAR(40) NOT NULL,
    PRIMARY KEY (kind, i)
);

INSERT INTO gomall_growth.word (kind, i, en, zh)
VALUES ('manner', 0, 'Soft', '柔软'), ('manner', 1, 'Light', '轻便'), ('manner', 2, 'Sturdy', '结实'), ('manner', 3, 'Warm', '温暖'),
       ('manner', 4, 'Quiet', '安静'), ('manner', 5, 'Round', '圆形'), ('manner', 6, 'Slim', '纤薄'), ('manner', 7, 'Classic', '经典'),
       ('manner', 8, 'Compact', '小巧'), ('manner', 9, 'Deep', '深色'), ('manner', 10, 'Plain', '素色'), ('manner', 11, 'Portable', '便携'),
       ('manner', 12, 'Vintage', '复古'), ('manner', 13, 'Bright', '明亮'), ('manner', 14, 'Double', '双层'), ('manner', 15, 'Large', '加大'),
       ('manner', 16, 'Breathable', '透气'),
       ('stuff', 0, 'Cotton', '纯棉'), ('stuff', 1, 'Linen', '亚麻'), ('stuff', 2, 'Bamboo', '竹制'), ('stuff', 3, 'Oak', '橡木'),
       ('stuff', 4, 'Steel', '钢制'), ('stuff', 5, 'Ceramic', '陶瓷'), ('stuff', 6, 'Wool', '羊毛'), ('stuff', 7, 'Leather', '皮革'),
       ('stuff', 8, 'Walnut', '胡桃'), ('stuff', 9, 'Silk', '真丝'), ('stuff', 10, 'Canvas', '帆布'), ('stuff', 11, 'Rattan', '藤编'),
       ('stuff', 12, 'Titanium', '钛金');

-- What is sold in the categories at the end of the tree, whatever they are: their own name, in turn.
INSERT INTO gomall_growth.word (kind, i, en, zh)
SELECT 'thing', ROW_NUMBER() OVER (ORDER BY c.id) - 1, SUBSTRING_INDEX(c.name, ' ', 1), LEFT(c.name_zh, 2)
FROM gomall_product.category c
WHERE c.parent_id IS NOT NULL;

CREATE TABLE gomall_growth.leaf (i INT NOT NULL PRIMARY KEY, category_id BIGINT NOT NULL, slug VARCHAR(50) NOT NULL);

INSERT INTO gomall_growth.leaf
SELECT ROW_NUMBER() OVER (ORDER BY c.id) - 1, c.id, c.slug
FROM gomall_product.category c
WHERE c.parent_id IS NOT NULL;

-- Merchants 31000 to 31049 with a shop each, shoppers 40000 to 49999; their password is that of the demo accounts.
INSERT INTO gomall_user.accounts (user_id, username, username_key, email, email_key, password_hash, password_changed_at, status,
                                  nickname, created_at, updated_at)
SELECT 31000 + n, CONCAT('keeper-', n), CONCAT('keeper-', n), CONCAT('keeper-', n, '@gomall.example'),
       CONCAT('keeper-', n, '@gomall.example'), a.password_hash, '2026-01-01', 'ACTIVE', CONCAT('Keeper ', n), '2026-01-01', '2026-01-01'
FROM gomall_growth.number JOIN gomall_user.accounts a ON a.user_id = 1003
WHERE n < 50
UNION ALL
SELECT 40000 + n, CONCAT('shopper-', n), CONCAT('shopper-', n), CONCAT('shopper-', n, '@gomall.example'),
       CONCAT('shopper-', n, '@gomall.example'), a.password_hash, '2026-01-01', 'ACTIVE', CONCAT('Shopper ', n), '2026-01-01', '2026-01-01'
FROM gomall_growth.number JOIN gomall_user.accounts a ON a.user_id = 1003;

INSERT INTO gomall_user.user_roles (user_id, role, granted_at)
SELECT 31000 + n, r.role, '2026-01-01' FROM gomall_growth.number JOIN gomall_user.roles r ON r.role IN ('USER', 'MERCHANT') WHERE n < 50
UNION ALL
SELECT 40000 + n, 'USER', '2026-01-01' FROM gomall_growth.number;

INSERT INTO gomall_user.addresses (address_id, user_id, default_of, receiver, phone, province, city, district, street, zip,
                                   created_at, updated_at)
SELECT 40000 + n, 40000 + n, 40000 + n, CONCAT('Shopper ', n), '19900000000', '浙江省', '杭州市', '西湖区',
       CONCAT('听松路 ', 1 + n % 300, ' 号'), '310012', '2026-01-01', '2026-01-01'
FROM gomall_growth.number;

INSERT INTO gomall_user.shops (shop_id, owner_id, name, name_zh, description, description_zh, status, created_at, updated_at)
SELECT 32000 + n, 31000 + n, CONCAT('Corner Shop ', n), CONCAT('街角小店', n), 'Everyday things from around the corner.',
       '街角的日常好物。', 'APPROVED', '2026-01-01', '2026-01-01'
FROM gomall_growth.number
WHERE n < 50;

INSERT INTO gomall_payment.wallet (user_id, balance_cents, created_at)
SELECT 40000 + n, 0, '2026-01-01' FROM gomall_growth.number;

-- What was bought: the one plan behind the rows of all schemas. at_ms counts from 2026-01-01, like the numbers of rows.
CREATE TABLE gomall_growth.purchase
(
    n        INT         NOT NULL PRIMARY KEY,
    at_ms    BIGINT      NOT NULL,
    at       DATETIME(6) NOT NULL,
    id       BIGINT      NOT NULL,
    user_id  BIGINT      NOT NULL,
    shop_id  BIGINT      NOT NULL,
    state    VARCHAR(16) NOT NULL,
    first    BIGINT      NOT NULL,
    second   BIGINT      NULL,
    cents    BIGINT      NOT NULL
);
