-- Demo catalogue, part 2 of 3: products 100001 to 100200 of shops 2001 (Nova Home & Living) and 2002 (Orbit Digital), with
-- three pictures each, which consumer-web draws. Lowest and highest price and in_stock agree with part 3 and the demo stock.

-- Lighting
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100001, 2001, 3101, 'Paper Lantern Floor Lamp', '宣纸灯笼落地灯',
     'Layers of mulberry paper over a bamboo frame turn a bare bulb into evening light. Comes flat and opens like an accordion in two minutes.',
     '桑皮纸裹着竹骨，把灯泡的光变成傍晚的光。平板发货，像手风琴一样拉开，两分钟装好。',
     'APPROVED', 26900, 32900, 16, TRUE, '2025-02-19 01:44:00', '2025-02-19 01:44:00'),
    (100002, 2001, 3101, 'Oak Desk Lamp with Dimmer', '橡木调光台灯',
     'A joint like an elbow holds the head wherever you leave it. The dimmer is a wooden wheel that turns without steps and remembers last night''s setting.',
     '灯臂关节随手停在任意角度。木质滚轮无级调光，记得你昨晚的亮度。',
     'APPROVED', 19900, 19900, 550, TRUE, '2025-08-09 03:57:00', '2025-08-09 03:57:00'),
    (100003, 2001, 3101, 'Bedside Night Light, Rechargeable', '充电床头小夜灯',
     'Tap once for a glow that finds slippers but wakes nobody. One charge lasts about three weeks of nights.',
     '轻拍一下，亮到能找到拖鞋，又不会吵醒旁边的人。充一次电可用三周左右。',
     'APPROVED', 5900, 5900, 491, TRUE, '2025-10-31 01:13:00', '2025-10-31 01:13:00'),
    (100004, 2001, 3101, 'Rattan Pendant Lamp Shade', '藤编吊灯罩',
     'Woven by hand in a village near Quanzhou, so no two cast the same shadow. Fits every common ceiling cord; the bulb is not included.',
     '泉州乡间手工编织，每一只投下的影子都不同。适配常见吊线，不含灯泡。',
     'APPROVED', 15900, 26900, 613, TRUE, '2025-11-14 06:18:00', '2025-11-14 06:18:00'),
    (100005, 2001, 3101, 'Outdoor Solar Lantern, Set of Two', '户外太阳能灯笼两只装',
     'Charges on the balcony rail by day and switches itself on at dusk. Rain may come: the lid is sealed and the battery can be replaced.',
     '白天在阳台栏杆上充电，天黑自动亮起。顶盖密封不怕雨，电池可更换。',
     'APPROVED', 11900, 12900, 3796, TRUE, '2025-10-19 12:35:00', '2025-10-19 12:35:00')
ON DUPLICATE KEY UPDATE id = id;

-- Bedding
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100006, 2001, 3102, 'Washed Linen Duvet Cover', '水洗亚麻被套',
     'Stone-washed French flax that is soft from the first night and cool in July. Wooden buttons close the foot end, where nobody lies on them.',
     '法国亚麻经石洗处理，第一晚就柔软，七月也清爽。木扣开口在脚端，睡觉碰不到。',
     'APPROVED', 45900, 59900, 70, TRUE, '2025-07-02 12:25:00', '2025-07-02 12:25:00'),
    (100007, 2001, 3102, 'Buckwheat Pillow', '荞麦壳枕头',
     'Hulls shift to the shape of the neck and let air through, which makes summer nights bearable. A zip lets you take out a handful until the height is right.',
     '荞麦壳随颈部塑形，透气不闷，夏天也睡得住。侧边拉链可增减填充，高低自己调。',
     'APPROVED', 9900, 11900, 1080, TRUE, '2025-09-18 09:21:00', '2025-09-18 09:21:00'),
    (100008, 2001, 3102, 'Down-alternative Duvet, All Seasons', '四季羽丝绒被',
     'Two thin duvets that button together for winter and apart for spring. Filled with recycled fibre, washable at forty degrees and kind to allergic noses.',
     '两床薄被扣在一起过冬，拆开过春秋。再生纤维填充，40 度可机洗，过敏体质也放心。',
     'APPROVED', 32900, 41900, 509, TRUE, '2025-08-06 02:28:00', '2025-08-06 02:28:00'),
    (100009, 2001, 3102, 'Cotton Gauze Blanket, Four Layers', '四层纯棉纱布毯',
     'Light as a sheet, warm as a blanket, softer after every wash. It has covered sofas, prams and picnics without complaint.',
     '轻得像床单，暖得像毯子，越洗越软。盖沙发、盖推车、铺野餐都合适。',
     'APPROVED', 14900, 14900, 174, TRUE, '2025-03-12 10:24:00', '2025-03-12 10:24:00'),
    (100010, 2001, 3102, 'Mulberry Silk Pillow Case', '桑蚕丝枕套',
     'Nineteen-momme silk that leaves no creases on a sleeping cheek and no frizz in the morning. Hidden zip, one piece, gift box.',
     '19 姆米桑蚕丝，睡醒脸上没有压痕，头发不毛躁。隐形拉链，单只礼盒装。',
     'APPROVED', 18900, 18900, 319, TRUE, '2025-06-06 07:25:00', '2025-06-06 07:25:00')
ON DUPLICATE KEY UPDATE id = id;

-- Decoration
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100011, 2001, 3103, 'Celadon Vase, Hand-thrown', '手拉坯青瓷花瓶',
     'Thrown on the wheel and glazed in the green of a pond in March. One branch is enough to furnish it.',
     '手拉坯成形，釉色像三月的池塘。插一枝就够看。',
     'APPROVED', 23900, 45900, 73, TRUE, '2025-11-07 04:57:00', '2025-11-07 04:57:00'),
    (100012, 2001, 3103, 'Wool Cushion Cover, Mountain Pattern', '山峦提花羊毛靠垫套',
     'A landscape woven in rather than printed, so it will not fade or peel. Fits a 45 cm cushion, which can be had in any store and is not included.',
     '图案是织进去的，不是印上去的，不褪色不起皮。适配 45 厘米靠垫，不含内芯。',
     'APPROVED', 8900, 8900, 172, TRUE, '2025-11-08 07:50:00', '2025-11-08 07:50:00'),
    (100013, 2001, 3103, 'Silent Wall Clock in Ash Wood', '白蜡木静音挂钟',
     'A movement that sweeps without ticking, behind a face you can read from the kitchen. The ash rim is oiled, not lacquered.',
     '静音扫秒机芯，夜里听不见滴答，厨房里也看得清时间。白蜡木边框，只上木蜡油。',
     'APPROVED', 12900, 16900, 110, TRUE, '2025-12-01 10:46:00', '2025-12-01 10:46:00'),
    (100014, 2001, 3103, 'Soy Candle in a Stone Bowl', '石碗大豆蜡香薰蜡烛',
     'Burns about forty hours with a scent that stays in its corner. When it is finished, the bowl makes a good home for keys.',
     '可燃烧约 40 小时，香气含蓄不冲。烧完后石碗洗净，正好放钥匙。',
     'APPROVED', 7900, 7900, 470, TRUE, '2025-07-23 12:49:00', '2025-07-23 12:49:00'),
    (100015, 2001, 3103, 'Money Plant in a Self-watering Pot', '自吸水盆栽绿萝',
     'A forgiving plant for dim corners; the pot drinks from below and asks for water every three weeks. Sent with damp roots in a carton that breathes.',
     '耐阴好养的绿萝，自吸水盆三周加一次水就行。根部保湿、透气纸箱发货，到家舒展一天就精神。',
     'APPROVED', 4900, 4900, 2322, TRUE, '2025-05-11 06:25:00', '2025-05-11 06:25:00')
ON DUPLICATE KEY UPDATE id = id;

-- Storage & Laundry
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100016, 2001, 3104, 'Lidded Storage Box, Linen and Bamboo', '竹盖布艺收纳箱',
     'Linen sides, a stiff base and a bamboo lid that carries the next box on top. Folds flat when the winter jackets are out.',
     '亚麻面料、硬挺底板，竹盖可叠放。冬衣拿出来以后，箱子折平收起。',
     'APPROVED', 6900, 11400, 1291, TRUE, '2025-10-26 02:30:00', '2025-10-26 02:30:00'),
    (100017, 2001, 3104, 'Seagrass Laundry Basket', '海草编织洗衣篮',
     'Woven from seagrass on a steel frame, with a cotton bag that comes out for the walk to the machine. Smells faintly of hay for the first week.',
     '海草编在钢架上，内衬棉布袋可直接拎去洗衣机。头一周会有淡淡的干草香。',
     'APPROVED', 13900, 18900, 69, TRUE, '2025-06-07 05:47:00', '2025-06-07 05:47:00'),
    (100018, 2001, 3104, 'Folding Step Stool in Beech', '榉木折叠梯凳',
     'Two steps up to the top shelf, a seat for lacing shoes, and ten centimetres wide when folded. Tested with 150 kilos and a nervous product manager.',
     '两级台阶够得到顶柜，坐着换鞋也正好，折起来只有十厘米厚。承重 150 公斤，产品经理亲自站过。',
     'APPROVED', 17900, 17900, 210, TRUE, '2025-11-12 08:16:00', '2025-11-12 08:16:00'),
    (100019, 2001, 3104, 'Vacuum Storage Bags for Duvets, Set of Six', '棉被真空压缩袋六件套',
     'Shrinks a winter duvet to the height of a dictionary with the hand pump that comes along. The double seal has held for a year in our own attic.',
     '配手泵，把冬被压到一本词典的厚度。双层密封，我们自己阁楼里放了一年没回气。',
     'APPROVED', 5990, 5990, 375, TRUE, '2025-03-13 08:36:00', '2025-03-13 08:36:00')
ON DUPLICATE KEY UPDATE id = id;

-- Cups & Teapots
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100020, 2001, 3105, 'Stoneware Mug with a Thumb Rest', '拇指托手作陶杯',
     'The handle has a small hollow exactly where the thumb wants to be. Holds 320 ml, survives the dishwasher and keeps its matt glaze.',
     '杯把上有一处小凹槽，拇指正好搭上。容量 320 毫升，可进洗碗机，哑光釉不花。',
     'APPROVED', 4800, 4800, 53, TRUE, '2025-04-17 13:13:00', '2025-04-17 13:13:00'),
    (100021, 2001, 3105, 'Double-walled Glass Cup, Set of Two', '双层玻璃杯两只装',
     'Tea floats in the middle of the air and fingers stay cool. Blown from borosilicate glass that takes boiling water and the freezer alike.',
     '茶汤像悬在空中，手握不烫。高硼硅玻璃吹制，沸水、冷冻都不怕。',
     'APPROVED', 6900, 8300, 11, TRUE, '2025-09-09 12:41:00', '2025-09-09 12:41:00'),
    (100022, 2001, 3105, 'Slim Thermos Bottle, 500 ml', '细身保温杯 500 毫升',
     'Keeps tea hot through a day of meetings and slides into the narrow pocket of a bag. The lid comes apart for cleaning, which most lids do not.',
     '开一天会茶还是热的，杯身细长，背包侧袋轻松放下。杯盖可完全拆开清洗，多数杯子做不到。',
     'APPROVED', 11800, 11800, 408, TRUE, '2025-06-16 06:59:00', '2025-06-16 06:59:00'),
    (100023, 2001, 3105, 'Clay Teapot, Side Handle', '侧把紫砂急须壶',
     'Pours in a clean line and stops without a drop, thanks to a spout cut by hand. The built-in clay sieve holds back the finest leaf.',
     '手工修嘴，出水利落、断水不滴。内置球孔泥滤，细叶也不漏。',
     'APPROVED', 22800, 26800, 94, TRUE, '2025-02-11 08:59:00', '2025-02-11 08:59:00'),
    (100024, 2001, 3105, 'Insulated Tumbler with Straw, 900 ml', '大容量吸管冰霸杯 900 毫升',
     'Ice is still ice at the end of a summer shift. Fits the cup holder of a car and has a straw soft enough for running feet.',
     '夏天上一天班，冰块还在。放得进车载杯架，软吸管边走边喝也不磕牙。',
     'APPROVED', 9900, 9900, 252, TRUE, '2025-02-22 08:53:00', '2025-02-22 08:53:00')
ON DUPLICATE KEY UPDATE id = id;

-- Cookware
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100025, 2001, 3106, 'Cast Iron Wok, 32 cm', '铸铁炒锅 32 厘米',
     'Pre-seasoned with rapeseed oil and thin for cast iron, so it heats fast and can be tossed with two hands. Works on gas, induction and a camp fire.',
     '菜籽油养好锅再出厂，比普通铸铁更薄，升温快，双手能颠勺。燃气、电磁炉、营火都能用。',
     'APPROVED', 19900, 24900, 92, TRUE, '2025-04-01 04:29:00', '2025-04-01 04:29:00'),
    (100026, 2001, 3106, 'Titanium Frying Pan, Light', '轻量钛合金煎锅',
     'Half the weight of steel and without a coating that could wear off. Eggs slide after the first week if you let the pan warm up before the oil.',
     '比钢锅轻一半，无涂层可脱落。热锅凉油，用上一周煎蛋也能滑动。',
     'APPROVED', 28900, 33900, 2631, TRUE, '2025-08-01 13:56:00', '2025-08-01 13:56:00'),
    (100027, 2001, 3106, 'Enamelled Soup Pot with Lid', '珐琅汤锅',
     'A heavy lid with little drops inside that rain back on the stew. Brown, simmer and serve in the same pot; the enamel takes metal spoons.',
     '锅盖内侧密布水珠点，蒸汽回落锁住汤汁。煎、炖、上桌一锅到底，珐琅面不怕金属勺。',
     'APPROVED', 35900, 44900, 726, TRUE, '2025-07-02 06:46:00', '2025-07-02 06:46:00'),
    (100028, 2001, 3106, 'Chef''s Knife, Three-layer Steel', '三合钢主厨刀',
     'A hard core between soft flanks: holds its edge and still forgives a hasty chop. The handle is pear wood, shaped the same for both hands.',
     '硬芯夹软钢，锋利持久也不易崩口。梨木刀柄对称设计，左右手都顺。',
     'APPROVED', 26900, 30900, 131, TRUE, '2025-10-24 08:11:00', '2025-10-24 08:11:00'),
    (100029, 2001, 3106, 'Bamboo Steamer Basket, Two Tiers', '双层竹蒸笼',
     'Stitched without glue and deep enough for a whole fish on one tier and buns on the other. Lid and tiers are sold singly when one wears out.',
     '竹篾缝制不用胶，一层蒸鱼一层蒸包子。盖子和笼屉可单买替换。',
     'APPROVED', 7900, 10400, 41, TRUE, '2025-08-11 08:57:00', '2025-08-11 08:57:00')
ON DUPLICATE KEY UPDATE id = id;

-- Tableware
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100030, 2001, 3107, 'Rice Bowl Set, Blue Brush Stroke', '青花笔触饭碗套装',
     'Every bowl got its three strokes from the same painter in Jingdezhen, on a different day. Thin at the lip, steady at the foot.',
     '景德镇同一位画工，不同日子画下的三笔。碗口薄，碗底稳。',
     'APPROVED', 9900, 24900, 27, TRUE, '2025-02-03 09:13:00', '2025-02-03 09:13:00'),
    (100031, 2001, 3107, 'Dinner Plate in Speckled Stoneware', '芝麻点炻瓷餐盘',
     'A low rim keeps sauce where it belongs and lets plates stack without wobbling. Fine in oven, microwave and dishwasher.',
     '浅沿拦住汤汁，叠放也稳。烤箱、微波炉、洗碗机都可用。',
     'APPROVED', 5800, 7600, 162, TRUE, '2025-05-30 09:55:00', '2025-05-30 09:55:00'),
    (100032, 2001, 3107, 'Ironwood Chopsticks, Ten Pairs', '铁木筷子十双装',
     'Oiled by hand and unlacquered, heavy enough to sit well and fine enough for a single peanut. Each pair has its own mark at the end.',
     '手工上油不涂漆，拿着有分量，夹得起一粒花生。每双尾端刻有不同记号，一家人不混用。',
     'APPROVED', 6600, 6600, 340, TRUE, '2025-09-13 11:52:00', '2025-09-13 11:52:00'),
    (100033, 2001, 3107, 'Soup Tureen Bowl with Ladle', '带勺大汤碗',
     'The bowl that goes in the middle of the table when everybody is home. The ladle has a notch and does not slide in.',
     '全家到齐时摆在桌子中央的那只碗。汤勺带卡口，不会滑进汤里。',
     'APPROVED', 13800, 17800, 706, TRUE, '2025-03-28 08:54:00', '2025-03-28 08:54:00'),
    (100034, 2001, 3107, 'Sauce Dishes, Plum Blossom Plate Set', '梅花味碟五件套',
     'Five small petals for vinegar, chilli, sesame, salt and whatever the neighbour brought. They nest into one another in the cupboard.',
     '五瓣小碟，放醋、辣椒、芝麻、盐，还有邻居送来的那一口。收纳时可层层相套。',
     'APPROVED', 3900, 3900, 298, TRUE, '2025-10-17 12:17:00', '2025-10-17 12:17:00')
ON DUPLICATE KEY UPDATE id = id;

-- Phones & Power
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100035, 2002, 3108, 'Aster 12 Smartphone, 6.4-inch OLED', 'Aster 12 智能手机 6.4英寸 OLED 屏',
     'A slim phone that fits one hand and still lasts until bedtime with its 4,800 mAh battery. The main camera is stabilised, so evening shots come out sharp without a tripod.',
     '单手可握的轻薄机身，4800 毫安时电池从早用到晚。主摄带光学防抖，夜里随手一拍也清晰。',
     'APPROVED', 299900, 389900, 64, TRUE, '2025-09-01 10:22:00', '2025-09-01 10:22:00'),
    (100036, 2002, 3108, 'Aster 12 Lite Smartphone', 'Aster 12 Lite 智能手机',
     'The sensible sibling of the Aster 12: same screen size, a plastic back that shrugs off drops, and three years of security updates. A good first phone or a reliable second one.',
     'Aster 12 的实用版：同样大小的屏幕，耐摔的复合材质后盖，三年安全更新。给孩子当第一部手机，或自己当备用机都合适。',
     'APPROVED', 149900, 169900, 30, TRUE, '2025-09-09 07:21:00', '2025-09-09 07:21:00'),
    (100037, 2002, 3108, 'Fold Nine Foldable Phone', 'Fold Nine 折叠屏手机',
     'Opens to a 7.8-inch tablet and closes to a phone that fits a jacket pocket. The hinge is rated for 300,000 folds and stays open at any angle, which is handy for video calls.',
     '展开是 7.8 英寸平板，合上能放进外套口袋。铰链通过 30 万次开合测试，任意角度悬停，视频通话不用手举。',
     'APPROVED', 689900, 769900, 3162, TRUE, '2025-09-29 13:00:00', '2025-09-29 13:00:00'),
    (100038, 2002, 3108, 'Senior Phone with Large Keys', '大按键老人手机',
     'Big keys, a loud ringer and an SOS button on the back that calls three chosen numbers in turn. Charges in a desk stand, so nobody has to fiddle with a plug.',
     '大按键、大音量，背面 SOS 键可依次拨打三个亲情号码。配桌面充电座，放上就充，不用摸索插孔。',
     'APPROVED', 29900, 29900, 727, FALSE, '2025-06-18 07:49:00', '2025-06-18 07:49:00'),
    (100039, 2002, 3108, 'Slate 11 Tablet for Reading and Drawing', 'Slate 11 学习绘画平板',
     'An 11-inch tablet with a matt, paper-like screen that is kind to eyes after hours of study. The optional pencil tilts and shades like a real one and sticks to the side magnetically.',
     '11 英寸类纸哑光屏，长时间看书眼睛也舒服。可选配触控铅笔，支持倾斜侧锋，磁吸在机身侧面不易丢。',
     'APPROVED', 219900, 284900, 368, TRUE, '2025-02-14 03:14:00', '2025-02-14 03:14:00'),
    (100040, 2002, 3108, 'Clear Shockproof Phone Case', '透明防摔手机壳',
     'Air cushions in all four corners take the hit, and an anti-yellowing coating keeps the case clear for a year and longer. Raised edges protect screen and lenses when it lies flat.',
     '四角气囊缓冲，跌落不怕磕。防黄涂层长久通透，屏幕和镜头边缘加高，平放也不刮花。',
     'APPROVED', 3990, 7990, 294, TRUE, '2025-05-31 10:15:00', '2025-05-31 10:15:00'),
    (100041, 2002, 3108, 'Pocket Power Bank 10,000 mAh', '便携充电宝 10000 毫安时',
     'The size of a deck of cards with a cable that doubles as a carrying loop. Charges an empty phone to half in about half an hour and may be taken on board aircraft.',
     '一副扑克牌大小，自带线同时是挂绳。半小时左右给手机充进一半电，可以带上飞机。',
     'APPROVED', 12900, 12900, 94, TRUE, '2025-09-21 12:22:00', '2025-09-21 12:22:00'),
    (100042, 2002, 3108, 'GaN Wall Charger with Three Ports', '氮化镓三口充电器',
     'One small plug for laptop, phone and earbuds at the same time. It shares its power sensibly and stays cool enough to touch; the pins fold away for travelling.',
     '一个小插头同时给笔记本、手机和耳机充电，功率自动分配，满载也不烫手。插脚可折叠，出差轻便。',
     'APPROVED', 14900, 27900, 205, TRUE, '2025-03-29 08:27:00', '2025-03-29 08:27:00')
ON DUPLICATE KEY UPDATE id = id;

-- Headphones & Speakers
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100043, 2002, 3109, 'Quiet One Wireless Headphones with Noise Cancelling', 'Quiet One 主动降噪头戴耳机',
     'Soft over-ear cushions and noise cancelling that takes the rumble out of trains and open offices. Forty hours on a charge, and the cable still works when the battery does not.',
     '柔软耳罩配主动降噪，地铁和办公室的嘈杂一下安静下来。充一次听 40 小时，没电时插线照样能听。',
     'APPROVED', 89900, 89900, 238, TRUE, '2025-09-07 01:13:00', '2025-09-07 01:13:00'),
    (100044, 2002, 3109, 'River Stone True Wireless Earbuds', 'River Stone 真无线蓝牙耳机',
     'Each earbud weighs under four grams and rests in the ear without pressing. The case is smooth like a river pebble and holds another 24 hours of music.',
     '单只不到 4 克，佩戴轻松不胀耳。充电盒像河里的鹅卵石一样圆润，还能再续 24 小时。',
     'APPROVED', 26900, 26900, 162, TRUE, '2025-05-09 11:34:00', '2025-05-09 11:34:00'),
    (100045, 2002, 3109, 'Open Ear Sports Headphones', '开放式运动耳机',
     'Bone-conduction pads leave the ears open, so runners hear traffic as well as their playlist. Sweat- and rain-proof, with a titanium band that forgets nothing of its shape.',
     '骨传导不入耳，跑步时既能听歌也能听见车声。防汗防雨，钛合金记忆后挂怎么弯都能回弹。',
     'APPROVED', 45900, 45900, 68, TRUE, '2025-12-03 13:44:00', '2025-12-03 13:44:00'),
    (100046, 2002, 3109, 'Studio Monitor Headphones, Wired', '有线监听耳机',
     'A flat, honest sound for mixing at home and for hearing details in old records. Cable and ear pads unplug without tools and can be bought one by one.',
     '还原平直真实的声音，适合在家混音，也适合重听老唱片里的细节。线材和耳垫免工具可换，坏哪换哪。',
     'APPROVED', 56900, 62900, 3709, TRUE, '2025-02-11 07:41:00', '2025-02-11 07:41:00'),
    (100047, 2002, 3109, 'Barrel Portable Speaker', 'Barrel 便携蓝牙音箱',
     'A rugged speaker for the park and the shower: dustproof, waterproof and loud enough for a picnic of ten. Two of them pair to real stereo.',
     '公园、浴室都能用的结实小音箱，防尘防水，十个人野餐音量也够。两台可以组成真立体声。',
     'APPROVED', 34900, 34900, 1829, TRUE, '2025-12-12 09:20:00', '2025-12-12 09:20:00'),
    (100048, 2002, 3109, 'Shelf Speaker Pair, Walnut', '胡桃木书架音箱一对',
     'Silk-dome tweeters in real wood cabinets that look as warm as they sound. Plug in a turntable, a television or simply stream from the phone.',
     '丝膜高音配实木箱体，看着温润，听着也温润。可接唱机、电视，也能直接用手机播放。',
     'APPROVED', 189900, 189900, 273, TRUE, '2025-11-28 09:22:00', '2025-11-28 09:22:00'),
    (100049, 2002, 3109, 'Slim Soundbar Speaker for Television', '超薄电视回音壁音箱',
     'Lifts voices out of the noise so that films can be followed at a neighbourly volume. Fits under most screens and connects with a single cable.',
     '突出人声，看剧不用把音量开得吵到邻居。机身纤薄，放在多数电视下方，一根线即可连接。',
     'APPROVED', 79900, 129900, 73, TRUE, '2025-09-02 07:01:00', '2025-09-02 07:01:00'),
    (100050, 2002, 3109, 'Clip-on Microphone Set with Charging Case', '领夹无线麦克风套装',
     'Clip one to a collar and record clear speech from twenty metres away. Background hum is filtered in the microphone itself, so the video needs no clean-up later.',
     '夹在领口，二十米外也能录清人声。麦克风内置降噪，拍完视频不用再处理杂音。',
     'APPROVED', 32900, 50900, 646, TRUE, '2025-12-10 01:02:00', '2025-12-10 01:02:00')
ON DUPLICATE KEY UPDATE id = id;

-- Cameras
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100051, 2002, 3110, 'Wander Mirrorless Camera', 'Wander 微单相机',
     'A compact 26-megapixel camera with real dials for people who like to turn things. In-body stabilisation gives four extra stops of light by hand.',
     '2600 万像素的轻巧微单，保留实体转盘，调参数更有手感。机身防抖约四档，弱光手持也稳。',
     'APPROVED', 529900, 789900, 85, TRUE, '2025-07-28 10:42:00', '2025-07-28 10:42:00'),
    (100052, 2002, 3110, 'Pocket Gimbal Camera 4K', '口袋云台相机 4K',
     'Thumb-sized sensor, three-axis gimbal and a screen that flips to portrait with a twist. Walk and talk: the horizon stays where it belongs.',
     '三轴云台配可旋转屏，一拧就从横拍变竖拍。边走边说，画面始终平稳。',
     'APPROVED', 239900, 289900, 59, TRUE, '2025-02-19 13:09:00', '2025-02-19 13:09:00'),
    (100053, 2002, 3110, 'Splash Action Camera', 'Splash 运动相机',
     'Records 4K down to ten metres without a case and starts with one press of a gloved finger. The back screen wipes dry by itself between dives.',
     '裸机防水十米，戴着手套也能一键开拍 4K。背屏疏水，出水即干，方便回看。',
     'APPROVED', 129900, 155900, 80, TRUE, '2025-11-24 03:28:00', '2025-11-24 03:28:00'),
    (100054, 2002, 3110, 'Instant Camera with Square Film', '方形拍立得相机',
     'Press, wait, hold a picture in your hand: still the best trick at any birthday. The little mirror beside the lens makes group selfies land inside the frame.',
     '按下快门，等一会儿，照片就在手里，生日聚会上最受欢迎的把戏。镜头旁有自拍镜，合影不会切掉半个人。',
     'APPROVED', 69900, 69900, 448, TRUE, '2025-12-09 12:52:00', '2025-12-09 12:52:00'),
    (100055, 2002, 3110, 'Indoor Security Camera with Privacy Shutter', '室内家用摄像头 物理遮蔽',
     'Turns to look around the room and closes a real shutter over the lens when you are home. Clips stay on a memory card in the camera; a cloud is not needed.',
     '云台可转动查看全屋，在家时镜头有实体挡板遮住。录像存在机内存储卡，不必上传云端。',
     'APPROVED', 18900, 27900, 97, TRUE, '2025-11-27 07:30:00', '2025-11-27 07:30:00'),
    (100056, 2002, 3110, 'Carbon Travel Tripod for Camera and Phone', '碳纤维旅行三脚架',
     'Folds to the length of a loaf of bread and carries eight kilos without a shiver. One leg unscrews into a monopod for places where tripods are frowned upon.',
     '收起来和一条吐司差不多长，承重八公斤依然稳当。一条腿可拆作独脚架，景区限用三脚架时也有办法。',
     'APPROVED', 63900, 75900, 1049, TRUE, '2025-10-21 11:58:00', '2025-10-21 11:58:00')
ON DUPLICATE KEY UPDATE id = id;

-- Wearables
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100057, 2002, 3111, 'Orbit Watch 3 with GPS', 'Orbit 智能手表 3 GPS 版',
     'Maps your run, your ride and your sleep, and goes ten days between charges. The dial stays readable in full sun and never lights up the cinema.',
     '记录跑步、骑行和睡眠，一次充电用十天。强光下表盘清晰，看电影时也不会突然亮屏。',
     'APPROVED', 109900, 125900, 38, TRUE, '2025-09-10 11:29:00', '2025-09-10 11:29:00'),
    (100058, 2002, 3111, 'Thin Fitness Band', '轻薄运动手环',
     'Counts steps, swims and heartbeats, then gets out of the way. At 15 grams it is forgotten on the wrist until it buzzes for a call.',
     '计步、游泳、心率都能测。只有 15 克，戴着几乎没感觉，来电时轻轻震动提醒。',
     'APPROVED', 19900, 19900, 82, TRUE, '2025-11-15 05:28:00', '2025-11-15 05:28:00'),
    (100059, 2002, 3111, 'Children''s Watch Phone', '儿童电话手表',
     'Calls and voice notes with the numbers parents allow, and no games. A location request is answered within seconds and shows when it was last seen.',
     '只和家长设置的号码通话、发语音，没有游戏。随时查看位置，几秒内更新，并显示最后一次定位时间。',
     'APPROVED', 49900, 49900, 165, TRUE, '2025-05-27 11:31:00', '2025-05-27 11:31:00'),
    (100060, 2002, 3111, 'Smart Ring for Sleep and Recovery', '睡眠监测智能戒指',
     'Titanium ring that measures sleep, pulse and skin temperature without a glowing screen. Order the free sizing set first if unsure; exchanging the size costs nothing.',
     '钛合金戒指，监测睡眠、心率和皮肤温度，没有发光屏幕打扰。拿不准尺寸可先索取量圈器，换码免费。',
     'APPROVED', 129900, 129900, 857, TRUE, '2025-12-12 10:21:00', '2025-12-12 10:21:00'),
    (100061, 2002, 3111, 'Leather Watch Strap, Quick Release', '快拆真皮表带',
     'Vegetable-tanned leather that darkens with the summers it has seen. The pins slide back without tools, so one watch serves the office and the weekend.',
     '植鞣牛皮，越戴颜色越有味道。免工具快拆，一块表上班、周末两种样子。',
     'APPROVED', 8900, 8900, 157, TRUE, '2025-12-17 13:57:00', '2025-12-17 13:57:00'),
    (100062, 2002, 3111, 'Sleep Mask with Flat Headphones', '蓝牙睡眠眼罩耳机',
     'Speakers as thin as biscuits lie in soft jersey, so side sleepers can listen too. A timer fades the story out after you have drifted off.',
     '饼干一样薄的扬声器藏在柔软针织布里，侧睡也不硌耳。定时渐弱，听着故事睡着也不会吵醒自己。',
     'APPROVED', 15900, 15900, 64, TRUE, '2025-02-08 12:07:00', '2025-02-08 12:07:00')
ON DUPLICATE KEY UPDATE id = id;

-- Laptops & Desktops
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100063, 2002, 3112, 'Lumen 14 Laptop, 1.2 kg', 'Lumen 14 轻薄笔记本电脑 1.2 千克',
     'A quiet aluminium laptop for lecture halls and long train rides, with fifteen hours of real work in the battery. The screen is matt, the keyboard has proper travel, and both memory slots can be reached.',
     '安静的铝合金轻薄本，适合课堂和长途列车，实际办公续航约 15 小时。雾面屏不反光，键程扎实，内存可自行升级。',
     'APPROVED', 549900, 659900, 140, TRUE, '2025-11-06 05:27:00', '2025-11-06 05:27:00'),
    (100064, 2002, 3112, 'Lumen 16 Studio Laptop', 'Lumen 16 创作本',
     'A bright, colour-true 16-inch screen and a graphics chip that keeps up with four video tracks. Fans can be capped at a whisper when the microphone is on.',
     '16 英寸高亮准色屏，独立显卡流畅剪辑四轨视频。录音时可限制风扇转速，几乎听不到声音。',
     'APPROVED', 929900, 1159900, 1438, TRUE, '2025-06-04 04:02:00', '2025-06-04 04:02:00'),
    (100065, 2002, 3112, 'Vector 15 Gaming Laptop', 'Vector 15 游戏本',
     'Built around cooling: two wide fans, a vapour chamber and vents that do not blow at your mouse hand. Plays current titles at high settings without taking off.',
     '围绕散热设计：双大风扇加均热板，出风口避开握鼠标的手。主流游戏高画质运行，不会像飞机起飞。',
     'APPROVED', 749900, 939900, 98, TRUE, '2025-03-15 09:19:00', '2025-03-15 09:19:00'),
    (100066, 2002, 3112, 'School Laptop 11, Spill-proof', '11 英寸防泼水学生本',
     'Rubber bumpers, a keyboard that drains a glass of water, and a charger that clicks off when somebody trips over it. Light enough for a ten-year-old''s backpack.',
     '四周橡胶护角，键盘可排走一杯水，磁吸充电线被绊到会自动脱开。重量适合小学生书包。',
     'APPROVED', 199900, 199900, 163, TRUE, '2025-07-11 12:43:00', '2025-07-11 12:43:00'),
    (100067, 2002, 3112, 'Mini Desktop Computer', '迷你台式电脑主机',
     'A whole computer that fits behind the monitor and draws less power than a light bulb. Two screens, four USB ports and a fan you have to look for to notice.',
     '整台电脑可以挂在显示器后面，耗电比一只灯泡还少。支持双屏、四个 USB 口，风扇安静到要凑近才听得见。',
     'APPROVED', 279900, 359900, 2287, TRUE, '2025-09-01 11:14:00', '2025-09-01 11:14:00'),
    (100068, 2002, 3112, 'Touch Convertible Laptop 13', '13 英寸触控二合一笔记本',
     'Folds all the way round into a sketch pad and back into a laptop before the meeting starts. The pen lives in a slot of the case and charges there.',
     '屏幕 360 度翻转，开会前是画板，开会时是笔记本。触控笔收在机身槽里，边收边充电。',
     'APPROVED', 469900, 509900, 82, TRUE, '2025-03-08 05:53:00', '2025-03-08 05:53:00')
ON DUPLICATE KEY UPDATE id = id;

-- Keyboards & Mice
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100069, 2002, 3113, 'Tactile Mechanical Keyboard, 84 Keys', '84 键段落轴机械键盘',
     'Hot-swappable switches and key caps with legends that will not rub off. Gasket mounting gives a soft landing and a sound that office neighbours forgive.',
     '支持热插拔换轴，键帽双色注塑不掉字。Gasket 结构敲击柔和，坐你旁边的同事也能接受。',
     'APPROVED', 39900, 43900, 308, TRUE, '2025-12-08 04:02:00', '2025-12-08 04:02:00'),
    (100070, 2002, 3113, 'Low-profile Wireless Keyboard', '超薄无线键盘',
     'Switches between three devices with one key and types as flat as a laptop. A pair of batteries lasts well over a year.',
     '一键切换三台设备，薄如笔记本键盘。两节电池能用一年多。',
     'APPROVED', 23900, 23900, 75, TRUE, '2025-04-28 11:38:00', '2025-04-28 11:38:00'),
    (100071, 2002, 3113, 'Split Ergonomic Keyboard', '分体式人体工学键盘',
     'Two halves that go where your shoulders want them, with tenting feet from five to fifteen degrees. Layers are set in a web page and stored in the keyboard.',
     '左右两半随肩宽摆放，支脚可调 5 到 15 度。按键层在网页里设置，保存在键盘本体，换电脑也有效。',
     'APPROVED', 69900, 69900, 293, TRUE, '2025-05-19 07:36:00', '2025-05-19 07:36:00'),
    (100072, 2002, 3113, 'Number Pad with Calculator Screen', '带计算器屏的数字小键盘',
     'Works as a calculator of its own and sends the result to the computer with one press. Accountants bought the first batch; teachers bought the second.',
     '可单独当计算器，算完一键把结果发到电脑。第一批会计抢光了，第二批老师抢光了。',
     'APPROVED', 11900, 11900, 19, TRUE, '2025-12-11 09:34:00', '2025-12-11 09:34:00'),
    (100073, 2002, 3113, 'Silent Wireless Mouse', '静音无线鼠标',
     'Clicks you feel but hardly hear, for libraries and sleeping babies. The scroll wheel spins freely through long tables and stops on a touch.',
     '手上有按感，耳边几乎无声，图书馆和哄睡后都能用。滚轮可自由飞转，看长表格一拨到底。',
     'APPROVED', 7900, 7900, 59, TRUE, '2025-12-18 04:42:00', '2025-12-18 04:42:00'),
    (100074, 2002, 3113, 'Vertical Mouse against Wrist Pain', '护腕竖握鼠标',
     'Holds the hand as if shaking another, which takes the twist out of the forearm. Needs a day to get used to and is missed at once when it is not there.',
     '像握手一样的姿势，前臂不再扭着。适应一天，之后就离不开了。',
     'APPROVED', 13900, 14900, 37, TRUE, '2025-10-31 04:54:00', '2025-10-31 04:54:00'),
    (100075, 2002, 3113, 'Featherlight Gaming Mouse, 58 g', '58 克轻量游戏鼠标',
     'A solid shell without holes that still weighs next to nothing. Wired or wireless, with feet that glide over cloth as over glass.',
     '无开孔外壳依然轻到忘记存在。有线无线双模，脚贴顺滑，布垫上也像在玻璃上滑行。',
     'APPROVED', 32900, 32900, 804, TRUE, '2025-03-06 08:17:00', '2025-03-06 08:17:00'),
    (100076, 2002, 3113, 'Wool Felt Desk Mat for Mouse and Keyboard', '羊毛毡鼠标桌垫',
     'Thick wool felt that warms cold desks and swallows the clatter of keys. Crumbs brush off; the edges are laser-cut and stay flat.',
     '厚羊毛毡，冬天桌面不冰手，敲键盘声音也轻了。碎屑一扫即净，激光裁边不卷翘。',
     'APPROVED', 6900, 10900, 767, TRUE, '2025-11-05 03:39:00', '2025-11-05 03:39:00')
ON DUPLICATE KEY UPDATE id = id;

-- Displays & Accessories
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100077, 2002, 3114, 'Desktop Hub, 9 in 1', '九合一桌面扩展坞',
     'One cable from the laptop, everything else stays plugged in: two screens, network, cards, charging. Fanless, in a block of aluminium that does not slide about.',
     '一根线接笔记本，双屏、网线、读卡、充电都留在桌上。无风扇铝合金机身，插拔不打滑。',
     'APPROVED', 29900, 35900, 120, TRUE, '2025-06-06 06:04:00', '2025-06-06 06:04:00'),
    (100078, 2002, 3114, 'Travel Hub, 4 in 1', '四合一便携扩展坞',
     'Small enough for a coin pocket, with the ports a meeting room asks for. The cable tucks into its own back.',
     '放得进零钱袋，会议室里要用的接口都有。短线收在背面凹槽里，不会丢。',
     'APPROVED', 9900, 9900, 27, TRUE, '2025-10-06 05:20:00', '2025-10-06 05:20:00'),
    (100079, 2002, 3114, 'Portable Solid State Drive', '移动固态硬盘',
     'Copies a day of video in the time it takes to make tea. The rubber sleeve has survived a fall from our third-floor warehouse, twice.',
     '泡壶茶的工夫就拷完一天的视频。外层橡胶套从我们三楼仓库摔下来过两次，没事。',
     'APPROVED', 44900, 164900, 566, TRUE, '2025-12-15 05:26:00', '2025-12-15 05:26:00'),
    (100080, 2002, 3114, 'Network Storage Box with Two Drive Bays', '双盘位家用网络存储',
     'Keeps the family''s photographs at home, twice, and shows them on every screen in the flat. Changing a failed drive takes one minute and no screwdriver.',
     '把全家照片存在自己家里，双盘互为备份，每块屏幕都能看。硬盘坏了免螺丝更换，一分钟搞定。',
     'APPROVED', 169900, 429900, 634, TRUE, '2025-09-01 05:41:00', '2025-09-01 05:41:00'),
    (100081, 2002, 3114, 'Arc Light Monitor Lamp', '屏幕挂灯',
     'Hangs on the upper edge of the monitor and lights the desk, not the screen. A ring on the desk dims it from candle to noon.',
     '挂在显示器上沿，只照桌面不反光到屏幕。桌上旋钮调光，从烛光到正午随手一转。',
     'APPROVED', 25900, 31900, 173, TRUE, '2025-06-02 12:41:00', '2025-06-02 12:41:00'),
    (100082, 2002, 3114, '27-inch Monitor, 4K, USB-C', '27 英寸 4K 显示器 Type-C 一线连',
     'Text as crisp as print and a single cable that charges the laptop too. The stand lifts, turns and tilts, and the box holds no polystyrene.',
     '文字像印刷一样锐利，一根 Type-C 线同时传画面和充电。支架可升降旋转，包装不用泡沫。',
     'APPROVED', 179900, 199900, 117, TRUE, '2025-12-02 13:46:00', '2025-12-02 13:46:00'),
    (100083, 2002, 3114, 'Laptop Stand, Folding Aluminium', '铝合金折叠笔记本支架',
     'Brings the screen to eye height and lets warm air out below. Folds flat into a sleeve no thicker than a magazine.',
     '把屏幕抬到视线高度，底部通风散热。折起来和一本杂志差不多厚，附收纳袋。',
     'APPROVED', 11900, 11900, 67, TRUE, '2025-03-07 01:21:00', '2025-03-07 01:21:00'),
    (100084, 2002, 3114, 'Braided Charging Cable, USB-C', '编织快充线 Type-C',
     'Bent thirty thousand times in the test rig and still straight. A silicone tie is moulded on, so the cable never becomes a nest.',
     '经过三万次弯折测试依然完好。自带硅胶扎带，不会缠成一团。',
     'APPROVED', 2990, 6590, 143, TRUE, '2025-11-11 02:20:00', '2025-11-11 02:20:00')
ON DUPLICATE KEY UPDATE id = id;

-- Tops & Knitwear
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100085, 2001, 3115, 'Heavy Cotton Tee, Straight Cut', '重磅纯棉直筒 T 恤',
     'Two hundred and fifty grams of combed cotton that keeps its collar after fifty washes. Cut straight, so that it can be worn in or out.',
     '250 克精梳棉，洗五十次领口依然挺。直筒版型，塞进去、放出来都好看。',
     'APPROVED', 9900, 9900, 5271, TRUE, '2025-08-24 06:37:00', '2025-08-24 06:37:00'),
    (100086, 2001, 3115, 'Linen Shirt with Band Collar', '立领亚麻衬衫',
     'Breathes on hot days and wrinkles in a friendly way. The buttons are cut from river shell and sewn on with a shank.',
     '热天透气，皱也皱得好看。贝壳扣手工绕脚缝，不易掉。',
     'APPROVED', 23900, 23900, 103, TRUE, '2025-08-13 11:09:00', '2025-08-13 11:09:00'),
    (100087, 2001, 3115, 'Merino Sweater, Crew Neck', '圆领美利奴羊毛衫',
     'Fine enough for bare skin and warm without bulk. Knitted in one piece, without side seams that twist after washing.',
     '细到可以贴身穿，暖而不臃肿。一体成型无侧缝，洗后不扭。',
     'APPROVED', 39900, 39900, 88, TRUE, '2025-04-27 02:35:00', '2025-04-27 02:35:00'),
    (100088, 2001, 3115, 'Breton Stripe Long-sleeved Shirt', '海魂条纹长袖衫',
     'Dense jersey with stripes that meet at the seams, which tells you how the rest was made. The boat neck shows a little collarbone and no more.',
     '高密度针织，条纹在缝线处严丝合缝，做工一看便知。一字领露一点锁骨，刚刚好。',
     'APPROVED', 15900, 15900, 161, TRUE, '2025-06-17 08:23:00', '2025-06-17 08:23:00'),
    (100089, 2001, 3115, 'Brushed Fleece Hoodie', '磨毛连帽卫衣',
     'A hood that stands by itself, a pocket with a hidden slot for the phone, and cuffs that stay where you push them. Pre-shrunk.',
     '帽子立体有型，口袋里藏着手机小格，袖口推上去就不滑。已做预缩处理。',
     'APPROVED', 22900, 23900, 1308, TRUE, '2025-11-26 12:14:00', '2025-11-26 12:14:00')
ON DUPLICATE KEY UPDATE id = id;

-- Jackets & Coats
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100090, 2001, 3116, 'Packable Down Jacket', '可收纳轻薄羽绒服',
     'Ninety per cent goose down in a coat that folds into its own pocket. Worn under a shell in January and on its own in March.',
     '90% 鹅绒，能收进自己的口袋里。一月穿在外套里，三月单穿正好。',
     'APPROVED', 49900, 49900, 147, TRUE, '2025-05-07 12:37:00', '2025-05-07 12:37:00'),
    (100091, 2001, 3116, 'Waxed Cotton Field Jacket', '油蜡棉猎装夹克',
     'Sheds drizzle, breaks in like good boots and can be waxed again by the fire. Six pockets, one of them for secrets.',
     '防小雨，越穿越贴身，可以自己再上蜡。六个口袋，其中一个是暗袋。',
     'APPROVED', 65900, 67900, 891, TRUE, '2025-07-15 12:00:00', '2025-07-15 12:00:00'),
    (100092, 2001, 3116, 'Rain Coat, Long, Taped Seams', '长款压胶雨衣',
     'A real coat rather than a plastic bag: lined shoulders, two-way zip, and a hood that turns with the head. Packs to the size of a loaf.',
     '像样的外套，不是塑料袋：肩部有里衬，双向拉链，帽子跟着头转。收起来一条面包大小。',
     'APPROVED', 32900, 32900, 282, TRUE, '2025-08-23 05:13:00', '2025-08-23 05:13:00'),
    (100093, 2001, 3116, 'Wool Blend Overcoat, Double-breasted', '双排扣羊毛混纺大衣',
     'Soft shoulders and a length that covers the knees of a bus seat in February. Half lined, so it hangs well and still packs.',
     '肩线自然，长度过膝，二月等公交也不冷。半里工艺，垂感好又不厚重。',
     'APPROVED', 89900, 89900, 141, TRUE, '2025-10-27 10:54:00', '2025-10-27 10:54:00'),
    (100094, 2001, 3116, 'Quilted Vest Jacket with Stand Collar', '立领绗缝马甲',
     'The layer for days that start cold and end warm. Snaps close with one hand while the other holds the coffee.',
     '早凉午热的日子正好穿。按扣单手就能扣上，另一只手端着咖啡。',
     'APPROVED', 26900, 26900, 667, TRUE, '2025-03-13 10:14:00', '2025-03-13 10:14:00')
ON DUPLICATE KEY UPDATE id = id;

-- Trousers & Jeans
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100095, 2001, 3117, 'Straight Jeans, Rinsed Denim', '原色直筒牛仔裤',
     'Thirteen-ounce denim with a little give and no artificial whiskers; the fades will be yours. Chain-stitched hem, spare button in the pocket.',
     '13 盎司牛仔布，微弹，没有人工猫须，褪色留给你自己。链式锁边，口袋里附备用扣。',
     'APPROVED', 29900, 29900, 712, TRUE, '2025-03-15 11:39:00', '2025-03-15 11:39:00'),
    (100096, 2001, 3117, 'Pleated Wide Trousers', '双褶阔腿裤',
     'Two deep pleats and a fabric that falls straight again after a day on a chair. The waistband hides a stretch of elastic at the back.',
     '双褶设计，坐一天起身依旧垂顺。后腰藏了一段松紧，吃饱也不勒。',
     'APPROVED', 27900, 27900, 77, TRUE, '2025-11-09 08:21:00', '2025-11-09 08:21:00'),
    (100097, 2001, 3117, 'Linen Drawstring Trousers', '抽绳亚麻长裤',
     'For the hottest weeks and the slowest Sundays. The cord is cotton and does not untie itself.',
     '给最热的几周和最慢的周日。棉绳抽带，不会自己松开。',
     'APPROVED', 21900, 21900, 260, FALSE, '2025-05-02 08:50:00', '2025-05-02 08:50:00'),
    (100098, 2001, 3117, 'Hiking Trousers with Zip-off Legs', '可拆卸徒步长裤',
     'Trousers at dawn, shorts at noon; the zips are coloured so that left finds left. Dries on the line while the tea boils.',
     '清晨是长裤，中午变短裤，左右拉链分色不会装错。晾上绳子，烧壶茶的工夫就干。',
     'APPROVED', 25900, 25900, 67, TRUE, '2025-06-14 08:14:00', '2025-06-14 08:14:00'),
    (100099, 2001, 3117, 'Corduroy Trousers, Fine Wale', '细条灯芯绒长裤',
     'Sixteen ridges to the inch make a corduroy that is more velvet than farm. Cut slightly tapered to sit on a boot.',
     '每英寸 16 条的细绒，质感更接近丝绒。裤腿略收，配短靴正好。',
     'APPROVED', 24900, 24900, 31, TRUE, '2025-08-31 06:57:00', '2025-08-31 06:57:00')
ON DUPLICATE KEY UPDATE id = id;

-- Sneakers & Running
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100100, 2001, 3118, 'Canvas Low-top Sneaker', '低帮帆布鞋',
     'Vulcanised sole, organic canvas, and eyelets that will not pull out. Wash by hand, dry in the shade, wear for years.',
     '硫化鞋底，有机棉帆布，鞋眼牢固不脱。手洗阴干，能穿好几年。',
     'APPROVED', 13900, 13900, 163, TRUE, '2025-12-16 12:18:00', '2025-12-16 12:18:00'),
    (100101, 2001, 3118, 'Leather Court Sneaker, White', '真皮小白鞋',
     'One clean upper without a logo and with stitching that goes all the way round. The inner sole comes out and can be replaced.',
     '一整块干净的鞋面，没有标识，大底缝线走满一圈。鞋垫可取出更换。',
     'APPROVED', 35900, 35900, 337, TRUE, '2025-02-03 10:22:00', '2025-02-03 10:22:00'),
    (100102, 2001, 3118, 'Cushioned Running Shoe, Daily Trainer', '缓震日常跑鞋',
     'Made for the thirty kilometres most people run in a week, not for the podium. Ten millimetres of drop and a heel that hugs without rubbing.',
     '为多数人一周三十公里而做，不为领奖台。10 毫米落差，后跟包裹不磨脚。',
     'APPROVED', 42900, 42900, 391, TRUE, '2025-10-05 03:26:00', '2025-10-05 03:26:00'),
    (100103, 2001, 3118, 'Trail Running Shoe with Grip', '抓地越野跑鞋',
     'Lugs that shed mud, a plate that shields from sharp stones, and drain holes for the stream you did not see. Laces tuck into a pocket.',
     '鞋钉甩泥，中底护板防石子硌脚，还有排水孔对付没看见的小溪。鞋带可收进小口袋。',
     'APPROVED', 49900, 49900, 239, TRUE, '2025-06-22 09:50:00', '2025-06-22 09:50:00'),
    (100104, 2001, 3118, 'Knitted Slip-on Shoe for Travel', '飞织一脚蹬旅行鞋',
     'Goes through the airport without a lace and through the hotel as a slipper. Folds flat and washes in the machine.',
     '过安检不用解鞋带，到酒店当拖鞋。可折平，可机洗。',
     'APPROVED', 19900, 19900, 265, TRUE, '2025-07-04 12:18:00', '2025-07-04 12:18:00')
ON DUPLICATE KEY UPDATE id = id;

-- Boots
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100105, 2001, 3119, 'Chelsea Boot in Waxed Suede', '油蜡反绒切尔西靴',
     'Pulls on in a second and resists the puddles of a normal winter. The welted sole can be replaced by any cobbler.',
     '一拉就上脚，日常积水不怕。沿条缝制结构，任何修鞋师傅都能换底。',
     'APPROVED', 58900, 58900, 781, TRUE, '2025-12-15 05:06:00', '2025-12-15 05:06:00'),
    (100106, 2001, 3119, 'Hiking Boot, Mid Height', '中帮徒步靴',
     'Stiff where stones push and soft where the ankle bends. A membrane keeps out wet grass, and the toe cap laughs at scree.',
     '该硬处硬，脚踝处软。防水膜挡住湿草露水，鞋头护盖不怕碎石坡。',
     'APPROVED', 69900, 69900, 158, TRUE, '2025-06-12 05:10:00', '2025-06-12 05:10:00'),
    (100107, 2001, 3119, 'Lined Snow Boot', '加绒雪地靴',
     'Wool inside, rubber to the ankle, and a sole that bites into packed snow. Warm to minus twenty when there are socks in it.',
     '内里羊毛，橡胶包到脚踝，鞋底咬得住压实的雪。穿上袜子，零下二十度也暖。',
     'APPROVED', 35900, 35900, 105, TRUE, '2025-10-21 13:09:00', '2025-10-21 13:09:00'),
    (100108, 2001, 3119, 'Rubber Garden Boot, Short', '短筒园艺胶靴',
     'For watering, mushroom hunting and the walk to the bin. Natural rubber, cotton lining, a heel notch to step out of.',
     '浇花、采蘑菇、下楼倒垃圾都穿它。天然橡胶配棉里，后跟有踩脱槽，不用弯腰。',
     'APPROVED', 10900, 10900, 203, TRUE, '2025-11-06 01:02:00', '2025-11-06 01:02:00'),
    (100109, 2001, 3119, 'Lace-up Work Boot', '系带工装靴',
     'Oiled nubuck on a wedge that is easy on concrete floors. The tongue is sewn to the sides and keeps sawdust out.',
     '油磨砂皮配坡跟厚底，站水泥地也不累。鞋舌与两侧相连，木屑进不去。',
     'APPROVED', 53900, 53900, 28, TRUE, '2025-04-12 11:22:00', '2025-04-12 11:22:00')
ON DUPLICATE KEY UPDATE id = id;

-- Backpacks
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100110, 2001, 3120, 'Roll-top City Backpack, 20 l', '卷口城市双肩包 20 升',
     'Rolls down for a laptop and up for groceries. Water runs off the coated canvas, and the back panel hides a pocket for the passport.',
     '卷下去装电脑，卷上来装菜。涂层帆布不沾水，背板藏有护照袋。',
     'APPROVED', 32900, 32900, 75, TRUE, '2025-06-16 01:23:00', '2025-06-16 01:23:00'),
    (100111, 2001, 3120, 'School Backpack with Reflective Strips', '反光条减负书包',
     'Weighs 700 grams empty and sits high on the shoulders, as backs of that age need. The strips light up in headlights from eighty metres.',
     '空包只有 700 克，贴背高位受力，护住成长中的脊柱。反光条八十米外车灯可见。',
     'APPROVED', 19900, 19900, 486, TRUE, '2025-05-03 09:48:00', '2025-05-03 09:48:00'),
    (100112, 2001, 3120, 'Hiking Backpack with Rain Cover, 40 l', '带防雨罩徒步背包 40 升',
     'A mesh back that keeps a finger of air between you and the load. The rain cover is tied in, so it cannot fly away at the pass.',
     '悬空网背让背部与背包之间通风。防雨罩系在包内，垭口大风也刮不走。',
     'APPROVED', 45900, 45900, 36, TRUE, '2025-05-17 05:19:00', '2025-05-17 05:19:00'),
    (100113, 2001, 3120, 'Foldable Day Backpack', '折叠轻便背包',
     'Eighteen litres that vanish into a pouch as big as an orange. Kept in a suitcase for the day the souvenirs win.',
     '18 升容量，收起来只有橙子大。放在行李箱里，等纪念品买多的那一天。',
     'APPROVED', 6900, 6900, 51, TRUE, '2025-11-03 04:55:00', '2025-11-03 04:55:00'),
    (100114, 2001, 3120, 'Camera Backpack with Side Access', '侧取相机双肩包',
     'Swing it round on one shoulder and the camera is in your hand. Padded walls move on hook and loop; the top stays free for a jumper.',
     '单肩一转，侧面直接取相机。隔板可自由调整，上层还放得下一件毛衣。',
     'APPROVED', 54900, 63900, 50, TRUE, '2025-09-13 02:38:00', '2025-09-13 02:38:00')
ON DUPLICATE KEY UPDATE id = id;

-- Handbags & Wallets
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100115, 2001, 3121, 'Canvas Tote with Leather Handles', '皮柄帆布托特包',
     'Thick canvas that stands while you fill it, with handles long enough for a winter sleeve. One inside pocket, because one is enough.',
     '厚帆布立得住，提手够长，冬天穿厚外套也能上肩。内袋一个，够用。',
     'APPROVED', 18900, 18900, 71, TRUE, '2025-08-28 12:13:00', '2025-08-28 12:13:00'),
    (100116, 2001, 3121, 'Half-moon Shoulder Handbag', '半月单肩包',
     'Cut from one piece of full-grain leather that darkens along the curve. The strap adjusts without a buckle.',
     '整块头层牛皮裁成，弧线处越用越深。肩带无扣调节。',
     'APPROVED', 42900, 42900, 42, TRUE, '2025-07-14 07:06:00', '2025-07-14 07:06:00'),
    (100117, 2001, 3121, 'Small Crossbody Bag for Phone and Cards', '手机卡包小斜挎',
     'Room for a phone, keys, cards and a lipstick, and no room for regrets. The zip runs on three sides.',
     '放手机、钥匙、卡和一支口红，刚刚好。三面拉链，开口大好拿取。',
     'APPROVED', 12900, 12900, 155, TRUE, '2025-11-29 12:25:00', '2025-11-29 12:25:00'),
    (100118, 2001, 3121, 'Bifold Leather Wallet', '对折真皮钱包',
     'Eight cards and folded notes in the thickness of a finger. The edges are burnished by hand, not painted.',
     '八张卡加纸币，只有一指厚。边缘手工打磨封边，不用边油。',
     'APPROVED', 15900, 15900, 59, TRUE, '2025-09-19 07:54:00', '2025-09-19 07:54:00'),
    (100119, 2001, 3121, 'Woven Straw Handbag', '草编手提包',
     'Plaited raffia with a cotton lining that closes with a cord. Beach in the morning, market at noon.',
     '拉菲草编织，棉布抽绳内袋。早上去海边，中午去菜场。',
     'APPROVED', 14900, 19900, 202, TRUE, '2025-07-05 02:18:00', '2025-07-05 02:18:00')
ON DUPLICATE KEY UPDATE id = id;

-- Luggage
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100120, 2001, 3122, 'Cabin Suitcase, 20 inch', '20 英寸登机箱',
     'A shell that dents and springs back, and a lid that opens upright in narrow aisles. The wheels change without tools; spare ones cost less than lunch.',
     '箱体受压会回弹，前开盖在窄过道也能打开，轮子免工具更换。这些细节，常出差的人最懂。',
     'APPROVED', 39900, 39900, 1399, TRUE, '2025-10-11 07:31:00', '2025-10-11 07:31:00'),
    (100121, 2001, 3122, 'Check-in Suitcase, 28 inch', '28 英寸托运行李箱',
     'Holds two weeks of clothes and has a strap inside that presses them flat. The combination lock can be opened by customs without a saw.',
     '装得下两周衣物，内部压缩带压得平整。海关密码锁，安检不用撬。',
     'APPROVED', 59900, 59900, 68, TRUE, '2025-08-13 05:20:00', '2025-08-13 05:20:00'),
    (100122, 2001, 3122, 'Garment Duffel Bag for Suits', '西装旅行袋',
     'Lies flat as a suit bag and rolls into a duffel with room for shoes. The jacket comes out as it went in.',
     '摊开是西装袋，卷起来是旅行包，还能放鞋。西装怎么放进去，就怎么拿出来。',
     'APPROVED', 36900, 36900, 100, TRUE, '2025-11-26 03:08:00', '2025-11-26 03:08:00'),
    (100123, 2001, 3122, 'Packing Cube Bag Set', '旅行收纳袋套装',
     'Mesh tops show what is inside, double zips squeeze the air out. The smallest holds cables and finally ends the search.',
     '网面一眼看见里面，双拉链压缩省空间。最小那只装线材，从此不用翻箱倒柜。',
     'APPROVED', 7900, 11900, 51, TRUE, '2025-04-02 13:05:00', '2025-04-02 13:05:00')
ON DUPLICATE KEY UPDATE id = id;

-- Skin Care
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100124, 2001, 3123, 'Rice Ferment Cream for Dry Skin', '米酵滋润面霜',
     'A dense cream that melts at the touch and leaves no shine. Made with ferment from last year''s rice harvest; free of perfume.',
     '质地丰润，触肤即化，不泛油光。取用当季稻米发酵液，不添加香精。',
     'APPROVED', 16800, 23800, 629, TRUE, '2025-04-16 12:48:00', '2025-04-16 12:48:00'),
    (100125, 2001, 3123, 'Vitamin C Serum, Fresh Batch', '鲜制维 C 精华液',
     'Bottled every Monday, because vitamin C does not keep. Start with every second morning and follow with sunscreen.',
     '维 C 怕放，所以每周一现灌现发。建议隔天早晨使用，之后记得防晒。',
     'APPROVED', 12900, 21900, 364, TRUE, '2025-06-03 03:33:00', '2025-06-03 03:33:00'),
    (100126, 2001, 3123, 'Green Tea Gel Lotion', '绿茶清爽凝露',
     'Sinks in before you have found your shirt. For skin that shines at noon and still feels tight at night.',
     '衬衫还没穿好就吸收了。适合中午出油、晚上又紧绷的皮肤。',
     'APPROVED', 8900, 12900, 19, TRUE, '2025-04-19 04:04:00', '2025-04-19 04:04:00'),
    (100127, 2001, 3123, 'Mineral Sunscreen Cream, SPF 50', '物理防晒霜 SPF50',
     'Zinc oxide in a base that does not turn faces white or collars orange. Holds through a swim; renew it after the towel.',
     '氧化锌配方，不泛白，不染衣领。下水也扛得住，擦干后记得补涂。',
     'APPROVED', 9900, 9900, 737, TRUE, '2025-07-28 02:35:00', '2025-07-28 02:35:00'),
    (100128, 2001, 3123, 'Camellia Cleansing Oil Soap', '山茶洁面皂',
     'Cold-processed with camellia oil and cured for forty days. Takes off sunscreen and city dust, leaves the skin where it is.',
     '冷制法，山茶油，晾皂四十天。洗去防晒和灰尘，不洗走皮肤的水分。',
     'APPROVED', 4500, 12000, 17, TRUE, '2025-09-23 02:45:00', '2025-09-23 02:45:00')
ON DUPLICATE KEY UPDATE id = id;

-- Make-up
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100129, 2001, 3124, 'Soft Matt Lipstick', '柔雾口红',
     'Colour like pressed velvet that stays through a bowl of noodles, more or less. The refill clicks in, the case stays.',
     '丝绒般的颜色，吃碗面基本还在。替换芯一按即换，外壳可以一直用。',
     'APPROVED', 8900, 8900, 56, TRUE, '2025-11-18 05:11:00', '2025-11-18 05:11:00'),
    (100130, 2001, 3124, 'Cushion Foundation with Refill', '气垫粉底 含替换芯',
     'Thin layers that look like slept-well skin. One puff washes out under the tap; the second waits in the box.',
     '薄涂几层，像睡饱了的皮肤。粉扑一冲就净，盒里还有一只备用。',
     'APPROVED', 15900, 15900, 119, TRUE, '2025-10-01 11:55:00', '2025-10-01 11:55:00'),
    (100131, 2001, 3124, 'Brow Pencil with Brush', '双头眉笔',
     'A slanted lead for drawing hairs instead of bars. The brush on the other end forgives what the pencil overdid.',
     '斜切笔芯，画得出根根毛流。另一头的眉刷，替你收拾画重的地方。',
     'APPROVED', 4900, 4900, 128, TRUE, '2025-10-07 06:49:00', '2025-10-07 06:49:00'),
    (100132, 2001, 3124, 'Liquid Blush in a Drop Bottle', '滴管液体腮红',
     'Two drops, three pats, and a face back from a walk. Stays put under a mask.',
     '两滴，三拍，像刚散步回来的气色。戴口罩也不容易蹭掉。',
     'APPROVED', 6900, 6900, 67, TRUE, '2025-10-08 11:49:00', '2025-10-08 11:49:00'),
    (100133, 2001, 3124, 'Makeup Brush Roll, Eight Brushes', '八支化妆刷卷包',
     'Synthetic bristles that pick up powder like the old goat hair did, and dry overnight. The roll stands up as a cup.',
     '纤毛抓粉力媲美羊毛，洗完一夜就干。卷包立起来就是笔筒。',
     'APPROVED', 17900, 17900, 342, TRUE, '2025-04-26 07:56:00', '2025-04-26 07:56:00')
ON DUPLICATE KEY UPDATE id = id;

-- Fragrance
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100134, 2001, 3125, 'Osmanthus Perfume, Autumn Lane', '桂花香水 秋巷',
     'Smells of the one week in October when whole streets turn sweet. Underneath there is black tea, so it never becomes candy.',
     '十月里整条街变甜的那一周。底下藏着红茶，所以甜而不腻。',
     'APPROVED', 25900, 49900, 268, TRUE, '2025-12-17 11:15:00', '2025-12-17 11:15:00'),
    (100135, 2001, 3125, 'Cypress Perfume, Mountain Temple', '柏木香水 山寺',
     'Dry wood, cold stone and a thread of smoke from somewhere below. Made for winter scarves.',
     '干木、冷石，山脚飘来一缕烟。喷在冬天的围巾上最好。',
     'APPROVED', 27900, 51900, 95, TRUE, '2025-07-09 12:38:00', '2025-07-09 12:38:00'),
    (100136, 2001, 3125, 'Solid Perfume in a Brass Tin', '黄铜盒固体香膏',
     'A balm for wrists and pulse points that passes every airport check. The tin closes with a click you will miss when it is empty.',
     '抹在手腕耳后的香膏，过安检没有烦恼。黄铜盒子合上那一声，很解压。',
     'APPROVED', 11900, 11900, 124, TRUE, '2025-11-29 01:59:00', '2025-11-29 01:59:00'),
    (100137, 2001, 3125, 'Reed Diffuser in a Glass Bottle', '无火香薰玻璃瓶',
     'Eight reeds carry the scent for about ten weeks without a flame. Turn them on Fridays when guests are expected.',
     '八根藤条，不用明火，香气约可持续十周。周五有客人来，把藤条翻个面。',
     'APPROVED', 13900, 13900, 698, TRUE, '2025-12-19 01:09:00', '2025-12-19 01:09:00')
ON DUPLICATE KEY UPDATE id = id;

-- Tea
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100138, 2001, 3126, 'Longjing Green Tea, First Pick', '明前龙井绿茶',
     'Picked before the fifth of April on one slope and pan-fired the same night. Tastes of chestnut and new grass; use water that has cooled a little.',
     '清明前单坡采摘，当夜手工炒制。栗香带着新草气，水晾到八十来度再冲。',
     'APPROVED', 19800, 83800, 109, TRUE, '2025-10-02 08:40:00', '2025-10-02 08:40:00'),
    (100139, 2001, 3126, 'Aged White Tea Cake, Five Years', '五年陈白茶饼',
     'Pressed in 2020 and left alone in a dry loft ever since. Honeyed, with a hint of dates; the later infusions can be boiled.',
     '2020 年压饼，之后一直静静存在干仓里。蜜香带枣味，泡到后面还可以煮着喝。',
     'APPROVED', 26800, 78800, 372, TRUE, '2025-10-23 01:29:00', '2025-10-23 01:29:00'),
    (100140, 2001, 3126, 'Wuyi Rock Oolong Tea', '武夷岩茶 肉桂',
     'Roasted three times over charcoal, with a cinnamon note that stays in the empty cup. Short infusions, small pot, patient company.',
     '三道炭焙，桂皮香留在空杯里。小壶快出汤，慢慢喝。',
     'APPROVED', 22800, 50800, 227, TRUE, '2025-07-24 09:56:00', '2025-07-24 09:56:00'),
    (100141, 2001, 3126, 'Jasmine Pearl Tea', '茉莉龙珠',
     'Green tea rolled by hand and laid among fresh blossoms for six nights. Drop five pearls into a glass and watch.',
     '手工揉成珠，与鲜茉莉同窨六夜。玻璃杯里放五颗，看它慢慢舒展。',
     'APPROVED', 8800, 18800, 55, TRUE, '2025-03-08 03:46:00', '2025-03-08 03:46:00'),
    (100142, 2001, 3126, 'Barley and Buckwheat Tea Bags', '大麦苦荞茶包',
     'Roasted grain, no caffeine, good cold as well as hot. The bags are made of corn fibre and may go on the compost.',
     '烘焙谷物香，无咖啡因，冷泡热泡都好。茶包用玉米纤维制成，可以堆肥。',
     'APPROVED', 3600, 6400, 39, TRUE, '2025-06-23 01:41:00', '2025-06-23 01:41:00')
ON DUPLICATE KEY UPDATE id = id;

-- Coffee
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100143, 2001, 3127, 'Yunnan Coffee Beans, Washed', '云南水洗咖啡豆',
     'From small farms around Baoshan, roasted to order on Tuesdays and Fridays. Plum, cane sugar and a clean finish.',
     '保山小庄园，周二、周五现烘现发。李子、红糖，余味干净。',
     'APPROVED', 7900, 14400, 10, TRUE, '2025-09-08 05:03:00', '2025-09-08 05:03:00'),
    (100144, 2001, 3127, 'Dark Roast Coffee for Moka Pot', '摩卡壶深烘咖啡粉',
     'Bitter chocolate and toasted nuts, ground for the little pot on the stove. Strong enough to carry milk.',
     '黑巧克力与烤坚果，研磨度专为小炉子上的摩卡壶。够浓，加奶也压得住。',
     'APPROVED', 5900, 10700, 201, TRUE, '2025-05-04 12:37:00', '2025-05-04 12:37:00'),
    (100145, 2001, 3127, 'Drip Bag Coffee, Ten Cups', '挂耳咖啡十袋',
     'Hang it on the cup, pour, wait, work. Each bag is flushed with nitrogen and smells as if the grinder stood beside you.',
     '挂上杯沿，注水，稍等，开工。每袋充氮锁鲜，撕开像刚磨好。',
     'APPROVED', 4900, 4900, 54, TRUE, '2025-11-15 04:13:00', '2025-11-15 04:13:00'),
    (100146, 2001, 3127, 'Cold Brew Coffee Concentrate', '冷萃咖啡浓缩液',
     'Steeped for eighteen hours and filtered twice. One part coffee, three parts water or milk, all the ice you own.',
     '冷浸十八小时，两次过滤。一份咖啡液配三份水或奶，冰块放满。',
     'APPROVED', 6900, 11900, 28, TRUE, '2025-12-08 10:38:00', '2025-12-08 10:38:00'),
    (100147, 2001, 3127, 'Decaf Coffee Beans, Water Process', '水洗低因咖啡豆',
     'Caffeine goes, taste stays: no solvents, only water and time. For people who like an evening espresso and their sleep.',
     '不用溶剂，只靠水和时间去掉咖啡因，风味留下。晚上想喝一杯又想睡好的人就选它。',
     'APPROVED', 8900, 16400, 93, TRUE, '2025-06-29 08:21:00', '2025-06-29 08:21:00')
ON DUPLICATE KEY UPDATE id = id;

-- Snacks & Pantry
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100148, 2001, 3128, 'Seventy Per Cent Chocolate with Sea Salt', '70% 海盐黑巧克力',
     'Hainan cacao, stone-ground for two days, with salt that crackles. Breaks with a snap on even a warm day.',
     '海南可可豆石磨两天，海盐粒粒脆响。天暖也能掰出清脆一声。',
     'APPROVED', 3200, 15000, 248, TRUE, '2025-09-19 13:11:00', '2025-09-19 13:11:00'),
    (100149, 2001, 3128, 'Walnut and Date Biscuits', '核桃红枣饼干',
     'Crumbly rounds from a bakery that still uses lard on Sundays; these are the butter ones. Not too sweet, as grandmothers demand.',
     '老饼店出品，黄油版本，酥而不碎。不太甜，是长辈爱说的那种好吃。',
     'APPROVED', 2990, 6790, 1017, TRUE, '2025-08-19 06:08:00', '2025-08-19 06:08:00'),
    (100150, 2001, 3128, 'Roasted Mixed Nuts, Daily Packs', '每日坚果小包装',
     'Cashews, almonds, walnuts and a few dried cranberries, weighed for one afternoon. Dry-roasted, without oil or glaze.',
     '腰果、巴旦木、核桃，加几粒蔓越莓，一包刚好一个下午。干烤，不加油不裹糖。',
     'APPROVED', 8900, 16900, 108, TRUE, '2025-05-02 01:01:00', '2025-05-02 01:01:00'),
    (100151, 2001, 3128, 'Wild Flower Honey from the Qinling Hills', '秦岭百花蜜',
     'Spun once a year, after the bees have had their share. It sets in winter; that is what honest honey does.',
     '一年只取一次，先留够给蜜蜂。冬天会结晶，真蜂蜜就是这样。',
     'APPROVED', 6800, 12300, 516, TRUE, '2025-06-15 05:38:00', '2025-06-15 05:38:00'),
    (100152, 2001, 3128, 'Hand-pulled Noodle Box with Chilli Oil', '手工拉面礼盒 油泼辣子',
     'Air-dried wheat noodles, six portions, and a jar of chilli oil that smells of sesame and lunch. Ready when the kettle has boiled twice.',
     '风干小麦面六份，配一罐油泼辣子，芝麻香扑鼻。水开两滚就能吃。',
     'APPROVED', 5800, 5800, 307, TRUE, '2025-11-23 05:19:00', '2025-11-23 05:19:00')
ON DUPLICATE KEY UPDATE id = id;

-- Fitness
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100153, 2001, 3129, 'Natural Rubber Yoga Mat', '天然橡胶瑜伽垫',
     'Grips when the hands get damp, lies flat from the first day. Smells of tyres for a week and of nothing after that.',
     '手心出汗也不打滑，第一天就平整。前一周有点橡胶味，之后就没了。',
     'APPROVED', 23900, 27900, 334, TRUE, '2025-03-08 09:03:00', '2025-03-08 09:03:00'),
    (100154, 2001, 3129, 'Adjustable Dumbbell, 2 to 20 kg', '可调节哑铃 2–20 公斤',
     'Turn the handle, lift, and leave the plates you do not want in the tray. Replaces nine pairs and the shelf they stood on.',
     '转动手柄，提起，不要的片留在托盘里。一只顶九对，省下一整个架子。',
     'APPROVED', 69900, 134900, 98, TRUE, '2025-05-26 11:30:00', '2025-05-26 11:30:00'),
    (100155, 2001, 3129, 'Resistance Band Set with Door Anchor', '弹力带套装 含门扣',
     'From shoulder rehab to proper rowing, in a bag that weighs less than a book. Strength is printed on every band, in kilos.',
     '从肩部康复到正经划船都能练，一整套比一本书还轻。每条都印着公斤数。',
     'APPROVED', 7900, 11900, 628, TRUE, '2025-02-09 04:50:00', '2025-02-09 04:50:00'),
    (100156, 2001, 3129, 'Foam Roller with Soft Core', '软芯泡沫轴',
     'Firm enough for calves, kind enough for the first attempt. The core gives a little where bones are close.',
     '滚小腿够力，第一次用也不至于喊疼。骨头突出的地方内芯会让一让。',
     'APPROVED', 8900, 11900, 259, TRUE, '2025-02-10 11:25:00', '2025-02-10 11:25:00'),
    (100157, 2001, 3129, 'Speed Skipping Rope with Counter', '计数竞速跳绳',
     'Steel cable on bearings that never tangles, and a display in the handle that counts fairly. Length is set without tools.',
     '钢丝绳配轴承不打结，手柄里的小屏老实计数。长度免工具可调。',
     'APPROVED', 4500, 4500, 1444, TRUE, '2025-03-09 06:34:00', '2025-03-09 06:34:00')
ON DUPLICATE KEY UPDATE id = id;

-- Ball Sports
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100158, 2001, 3130, 'Street Basketball, Size 7', '街头篮球 7 号',
     'Deep channels and a cover that grips on asphalt. Arrives inflated, so the first game is today.',
     '沟槽深，水泥地上也抓手。充好气发货，今天就能开打。',
     'APPROVED', 11900, 11900, 1248, TRUE, '2025-09-15 13:11:00', '2025-09-15 13:11:00'),
    (100159, 2001, 3130, 'Training Football, Size 5', '训练足球 5 号',
     'Thirty-two panels, bonded rather than stitched, so it flies true in the rain. Holds its air from one weekend to the next.',
     '32 片热贴合，下雨天也飞得直。这个周末打的气，下个周末还在。',
     'APPROVED', 9900, 9900, 268, TRUE, '2025-04-07 12:11:00', '2025-04-07 12:11:00'),
    (100160, 2001, 3130, 'Carbon Badminton Racket Pair with Ball', '碳素羽毛球拍对拍',
     'Two light rackets strung for control, three shuttlecocks and a cover with a strap. Good enough to get serious with.',
     '两支偏控球的轻拍，三只羽毛球，带背带拍套。认真打起来也够用。',
     'APPROVED', 18900, 18900, 17, TRUE, '2025-06-24 12:27:00', '2025-06-24 12:27:00'),
    (100161, 2001, 3130, 'Beach Volleyball, Soft Touch', '软式沙滩排球',
     'A cover like chamois that forgives bare forearms. Floats, dries and does not fade in one summer.',
     '球面像麂皮，垫球手臂不红。能浮水，干得快，晒一个夏天不褪色。',
     'APPROVED', 7900, 7900, 797, TRUE, '2025-07-12 06:10:00', '2025-07-12 06:10:00')
ON DUPLICATE KEY UPDATE id = id;

-- Camping & Hiking
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100162, 2001, 3131, 'Two-person Tent, Free-standing', '双人自立式帐篷',
     'Up in four minutes with two poles of the same length, so nobody holds the wrong one. The inner can be pitched alone on warm nights.',
     '两根等长撑杆，四分钟搭好，不会拿错。热天可以只搭内帐看星星。',
     'APPROVED', 54900, 54900, 1434, TRUE, '2025-03-28 02:20:00', '2025-03-28 02:20:00'),
    (100163, 2001, 3131, 'Folding Camp Chair with High Back', '高背折叠露营椅',
     'Leans like an armchair, folds like an umbrella. Feet with wide pads do not sink into meadows.',
     '坐着像沙发，收起来像雨伞。大脚垫，草地上不陷。',
     'APPROVED', 18900, 18900, 1078, TRUE, '2025-11-11 11:10:00', '2025-11-11 11:10:00'),
    (100164, 2001, 3131, 'Titanium Camping Pot Set', '钛合金野营套锅',
     'Three hundred grams for a kitchen; the lid is a plate and the handles fold in. Blue and gold after the first fire, as it should be.',
     '三百克就是一个厨房，锅盖当盘子，把手可折。烧过第一次会泛蓝金色，这才像样。',
     'APPROVED', 32900, 49900, 360, TRUE, '2025-03-14 03:03:00', '2025-03-14 03:03:00'),
    (100165, 2001, 3131, 'Down Sleeping Bag, Comfort 0 °C', '羽绒睡袋 舒适温标 0 °C',
     'A mummy bag with room for knees and a zip that does not eat its own fabric. Comes with a cotton sack to rest in between trips.',
     '木乃伊式但膝部留足空间，拉链不咬布。附棉布收纳袋，平时松着放更保暖。',
     'APPROVED', 79900, 85900, 144, TRUE, '2025-12-06 09:36:00', '2025-12-06 09:36:00'),
    (100166, 2001, 3131, 'Headlamp Light, Rechargeable', '充电头灯',
     'Four hundred lumens for the ridge, a red glow for the hut. Locks itself in the bag, so it is not empty when needed.',
     '翻山用四百流明，回营用红光。自带锁定，不会在包里误开耗光电。',
     'APPROVED', 10900, 10900, 20, TRUE, '2025-07-19 12:16:00', '2025-07-19 12:16:00')
ON DUPLICATE KEY UPDATE id = id;

-- Novels & Picture Books
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100167, 2001, 3132, 'The Tea Horse Road, a Novel', '长篇小说《茶马道》',
     'A muleteer''s daughter carries one letter over eleven passes, and reads it on the twelfth. Quiet, exact and hard to put down at night.',
     '马帮人的女儿带着一封信翻过十一座垭口，在第十二座上拆开了它。文字安静准确，夜里放不下。',
     'APPROVED', 4500, 7500, 175, TRUE, '2025-04-03 09:46:00', '2025-04-03 09:46:00'),
    (100168, 2001, 3132, 'Night Train to Harbin, a Crime Novel', '悬疑小说《开往哈尔滨的夜车》',
     'Eighteen sleeping berths, one missing passenger and a conductor who used to be a teacher. The clues are all there; you will not see them.',
     '十八个铺位，一个失踪的旅客，一位当过老师的列车员。线索都摆在眼前，你就是看不见。',
     'APPROVED', 3980, 3980, 12, TRUE, '2025-08-12 05:10:00', '2025-08-12 05:10:00'),
    (100169, 2001, 3132, 'The Lantern Maker''s Daughter, an Illustrated Book', '绘本《灯匠的女儿》',
     'A picture book for children from five about a lantern that would not be lit. Painted on real paper lanterns and photographed by candle.',
     '适合五岁以上的绘本，讲一盏怎么也点不亮的灯。画在真的纸灯笼上，烛光下拍成书。',
     'APPROVED', 5800, 9800, 199, TRUE, '2025-12-02 13:31:00', '2025-12-02 13:31:00'),
    (100170, 2001, 3132, 'Short Stories from a Small Station Book', '短篇集《小站故事》',
     'Fourteen people who got off at the wrong stop, and what came of it. Best read one a day, standing.',
     '十四个下错站的人，和他们后来的事。一天读一篇，站着读最好。',
     'APPROVED', 3600, 6200, 33, TRUE, '2025-05-15 06:11:00', '2025-05-15 06:11:00'),
    (100171, 2001, 3132, 'A Gardener on Mars, a Science Fiction Novel', '科幻小说《火星园丁》',
     'Thirty square metres of soil, seven hundred days and one stubborn persimmon tree. Botany checked by a botanist, heartbreak by the editor.',
     '三十平方米土，七百天，一棵倔强的柿子树。植物学由专家审过，心碎由编辑审过。',
     'APPROVED', 4900, 7800, 279, FALSE, '2025-07-12 03:20:00', '2025-07-12 03:20:00')
ON DUPLICATE KEY UPDATE id = id;

-- Stationery
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100172, 2001, 3133, 'Dot-grid Notebook, Lies Flat', '点阵平摊笔记本',
     'Thread-bound, so it opens flat at every page, and the paper takes fountain-pen ink without shadows. Pages are numbered; the index is up to you.',
     '锁线装订，每一页都能摊平，钢笔书写不洇不透。页码已印好，目录交给你。',
     'APPROVED', 3900, 5100, 195, TRUE, '2025-12-18 07:43:00', '2025-12-18 07:43:00'),
    (100173, 2001, 3133, 'Brass Fountain Pen', '黄铜钢笔',
     'Turned from one rod of brass that warms in the hand and darkens with the years. Takes common cartridges; a converter is in the box.',
     '一整根黄铜车制，握着会暖，年月久了会变深。通用墨囊，附上墨器。',
     'APPROVED', 16900, 16900, 229, TRUE, '2025-03-10 08:39:00', '2025-03-10 08:39:00'),
    (100174, 2001, 3133, 'Gel Pen Set in Ten Colours', '十色中性笔套装',
     'Lines as fine as hair in colours with tea names, from longan to mint. Dry in a second, also for left-handed writers.',
     '细如发丝的线条，颜色都用茶取名，从桂圆到薄荷。一秒即干，左手书写也不蹭。',
     'APPROVED', 2900, 2900, 44, TRUE, '2025-02-25 04:54:00', '2025-02-25 04:54:00'),
    (100175, 2001, 3133, 'Calligraphy Brush Set with Ink Stone', '毛笔砚台套装',
     'Two brushes of mixed hair, a stone that grinds smoothly, an ink stick with a little pine smoke in it. A booklet shows the first hundred strokes.',
     '兼毫两支，砚台细腻发墨，松烟墨一锭。附一本小册子，从头一百笔写起。',
     'APPROVED', 19900, 23900, 310, TRUE, '2025-07-16 09:18:00', '2025-07-16 09:18:00'),
    (100176, 2001, 3133, 'Pencil Box with Twelve Cedar Pencils', '十二支雪松铅笔盒',
     'Sharpen one and the desk smells like a cupboard from childhood. The box slides shut and survives school bags.',
     '削一支，满桌都是小时候柜子的味道。抽拉木盒，书包里也摔不坏。',
     'APPROVED', 4900, 6900, 128, TRUE, '2025-03-11 13:02:00', '2025-03-11 13:02:00')
ON DUPLICATE KEY UPDATE id = id;

-- Plush Toys
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100177, 2001, 3134, 'Sleepy Bear Plush, 40 cm', '瞌睡熊毛绒玩偶 40 厘米',
     'Filled so that it slumps on a shoulder like a tired child. Eyes are stitched, seams are double, the whole bear goes into the machine.',
     '填充得软软塌塌，像趴在肩上的困孩子。眼睛刺绣，双线缝合，整只可机洗。',
     'APPROVED', 11900, 11900, 195, TRUE, '2025-06-14 11:50:00', '2025-06-14 11:50:00'),
    (100178, 2001, 3134, 'Long Cat Plush Pillow', '长条猫毛绒抱枕',
     'A cat for side sleepers and window sills. Keeps its shape, keeps its secrets.',
     '侧睡抱着、窗台摆着都合适的一条猫。不变形，也不泄密。',
     'APPROVED', 8900, 14900, 1680, TRUE, '2025-03-04 06:06:00', '2025-03-04 06:06:00'),
    (100179, 2001, 3134, 'Ocean Plush Trio in a Net', '海洋毛绒三件套',
     'Three small creatures that live in a cotton net by the bath. They dry overnight on the line by their loops.',
     '三只小家伙住在浴室的棉网袋里。挂绳一晾，一夜就干。',
     'APPROVED', 9900, 9900, 154, TRUE, '2025-11-11 05:54:00', '2025-11-11 05:54:00'),
    (100180, 2001, 3134, 'Panda Plush with Bamboo Rattle', '竹子摇铃熊猫玩偶',
     'The bamboo in its paw rattles softly and has survived many first teeth. Tested for babies from the first month.',
     '手里的竹子轻轻一摇就响，经得起长牙期。满月宝宝即可使用，已通过检测。',
     'APPROVED', 7900, 11900, 227, TRUE, '2025-08-17 05:33:00', '2025-08-17 05:33:00'),
    (100181, 2001, 3134, 'Hand Puppet Set, Plush Zoo', '毛绒手偶动物园',
     'Mouths that open, arms that wave and a tiger who is afraid of mice. A card with six short plays comes along.',
     '嘴会张，手会挥，还有一只怕老鼠的老虎。附六个小剧本卡片。',
     'APPROVED', 10900, 15400, 34, TRUE, '2025-12-03 06:13:00', '2025-12-03 06:13:00')
ON DUPLICATE KEY UPDATE id = id;

-- Blocks & Puzzles
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100182, 2001, 3135, 'Beech Building Blocks, 60 Pieces', '榉木积木 60 粒',
     'Cut to a tenth of a millimetre, so towers stand until somebody wants them to fall. Edges are rounded by hand, colours are safe to chew.',
     '切割精准，塔要等你推才倒。手工倒角，颜色啃咬也安全。',
     'APPROVED', 15900, 17900, 32, TRUE, '2025-04-11 06:57:00', '2025-04-11 06:57:00'),
    (100183, 2001, 3135, 'Wooden Train Set with Viaduct', '高架桥木质火车轨道套装',
     'Rails that fit the common gauge, a bridge that teaches statics, and a signal for arguments. No batteries, unlimited journeys.',
     '通用轨距，一座教人受力的桥，一个用来争论的信号灯。不用电池，无限里程。',
     'APPROVED', 22900, 37900, 74, TRUE, '2025-09-14 11:09:00', '2025-09-14 11:09:00'),
    (100184, 2001, 3135, 'Garden House Building Blocks, 820 Pieces', '园林小院拼装积木 820 颗',
     'A courtyard with a moon gate, a pond and a roof that lifts off for tea. For patient hands from eight years.',
     '月洞门、小池塘，屋顶掀开能喝茶的一座院子。适合八岁以上有耐心的手。',
     'APPROVED', 19900, 19900, 579, TRUE, '2025-08-19 07:51:00', '2025-08-19 07:51:00'),
    (100185, 2001, 3135, 'World Map Puzzle, 1,000 Pieces', '世界地图拼图 1000 片',
     'Every country, most rivers and three sea monsters where nobody had measured yet. Linen finish, no two pieces alike.',
     '所有国家，大部分河流，还有三只海怪游在没测量过的地方。布纹表面，片片不同。',
     'APPROVED', 6900, 6900, 21, TRUE, '2025-05-30 09:12:00', '2025-05-30 09:12:00'),
    (100186, 2001, 3135, 'Gravity Car Racing Blocks', '重力赛车积木轨道',
     'Build the hill, let go, count the curves it survives. Tracks clip to shelves without a scratch.',
     '搭好坡，松手，数数它能过几个弯。轨道夹在书架上，不留划痕。',
     'APPROVED', 13900, 18400, 441, TRUE, '2025-08-09 01:45:00', '2025-08-09 01:45:00')
ON DUPLICATE KEY UPDATE id = id;

-- Baby
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100187, 2001, 3136, 'Folding Stroller, One Hand', '单手收车婴儿推车',
     'Folds with a twist of the handle while the other arm holds the reason for it. Lies flat for naps and fits the overhead rack of a train.',
     '一拧把手就收，另一只胳膊抱着孩子。可躺平小睡，高铁行李架放得下。',
     'APPROVED', 89900, 89900, 369, TRUE, '2025-08-31 10:24:00', '2025-08-31 10:24:00'),
    (100188, 2001, 3136, 'Silicone Bowl and Spoon Set for Baby', '宝宝硅胶吸盘碗勺套装',
     'A foot that holds on to the table for as long as it can. Soft spoon, deep rim, no corners for purée to hide in.',
     '底部吸盘尽力抓牢桌面。软勺、深沿、无死角，果泥无处可藏。',
     'APPROVED', 5900, 5900, 43, TRUE, '2025-05-10 01:06:00', '2025-05-10 01:06:00'),
    (100189, 2001, 3136, 'Bamboo Muslin Baby Blanket, Two Pack', '竹纤维纱布包巾两条装',
     'For wrapping, wiping, shading and playing peekaboo. Gets softer with every wash until it is never given back.',
     '包裹、擦嘴、遮阳、躲猫猫。越洗越软，软到孩子再也不肯还你。',
     'APPROVED', 8900, 8900, 537, TRUE, '2025-10-19 03:01:00', '2025-10-19 03:01:00'),
    (100190, 2001, 3136, 'Wooden Rattle and Teether', '榉木摇铃牙胶',
     'Oiled beech and three beads that cannot come off; we tried with a tractor. Sounds like rain far away.',
     '木蜡油榉木，三颗珠子怎么拽都不掉，我们用拖拉机试过。声音像远处的雨。',
     'APPROVED', 4500, 4500, 424, TRUE, '2025-04-04 10:53:00', '2025-04-04 10:53:00'),
    (100191, 2001, 3136, 'Night Bottle Warmer', '恒温暖奶器',
     'Holds forty degrees all night and lights up just enough to find the bottle. Quiet, because that is the whole idea.',
     '整夜恒温 40 度，灯光刚好够找到奶瓶。安静，毕竟重点就是安静。',
     'APPROVED', 12900, 17900, 81, TRUE, '2025-10-30 10:00:00', '2025-10-30 10:00:00')
ON DUPLICATE KEY UPDATE id = id;

-- Cats
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100192, 2001, 3137, 'Cat Tree with Two Hammocks', '双吊床猫爬架',
     'Solid pine posts wrapped in sisal that does not shed after a month of claws. The base is heavy enough for a running start.',
     '实木立柱缠剑麻，抓一个月也不掉渣。底座够重，助跑起跳也不晃。',
     'APPROVED', 32900, 46900, 636, TRUE, '2025-05-24 10:18:00', '2025-05-24 10:18:00'),
    (100193, 2001, 3137, 'Grain-free Dry Food for Cats', '无谷全价猫粮',
     'Two thirds meat, the rest named one by one on the bag. Resealable, and the kibble is small enough for kittens.',
     '三分之二是肉，其余成分袋子上逐一写明。可重封，颗粒小，幼猫也能吃。',
     'APPROVED', 13900, 32900, 240, TRUE, '2025-10-09 13:52:00', '2025-10-09 13:52:00'),
    (100194, 2001, 3137, 'Tofu Cat Litter, Six Litres', '豆腐猫砂 6 升',
     'Clumps quickly, dusts little, and small lumps may go down the drain. Made from what is left after soy milk.',
     '结团快，粉尘少，小团可冲厕所。原料是做完豆浆剩下的豆渣。',
     'APPROVED', 2990, 10790, 866, TRUE, '2025-09-29 01:25:00', '2025-09-29 01:25:00'),
    (100195, 2001, 3137, 'Feather Wand and Bell Ball for Cats', '羽毛逗猫棒铃铛球',
     'A rod that bends like a reed and a lure that flies badly on purpose. Five minutes before dinner saves the curtains.',
     '杆子像芦苇一样弯，羽毛故意飞得歪歪扭扭。饭前玩五分钟，窗帘能保住。',
     'APPROVED', 2500, 4300, 83, TRUE, '2025-04-16 01:47:00', '2025-04-16 01:47:00'),
    (100196, 2001, 3137, 'Quiet Water Fountain Bowl for Cats', '静音循环宠物饮水机',
     'Moving water makes cats drink more; a pump you cannot hear makes owners sleep more. The filter is coconut and lasts a month.',
     '流动的水让猫多喝，听不见的水泵让人多睡。椰壳滤芯，一个月换一次。',
     'APPROVED', 14900, 25900, 133, TRUE, '2025-08-11 02:42:00', '2025-08-11 02:42:00')
ON DUPLICATE KEY UPDATE id = id;

-- Dogs
INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                     min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
VALUES
    (100197, 2001, 3138, 'Dog Leash with Soft Handle', '软把手牵引绳',
     'Climbing rope with a handle you can hold for an hour on an icy morning. Stitching glows in headlights.',
     '登山绳芯，冰冷早晨握一小时也不勒手。车线反光，夜里车灯一照就亮。',
     'APPROVED', 6900, 8900, 339, TRUE, '2025-06-10 08:09:00', '2025-06-10 08:09:00'),
    (100198, 2001, 3138, 'Orthopaedic Dog Bed', '记忆棉狗窝',
     'Eight centimetres of foam that remembers old hips. The cover zips off, and the zip is on the side where nobody chews.',
     '八厘米记忆棉，照顾上了年纪的关节。外套可拆洗，拉链藏在咬不到的一侧。',
     'APPROVED', 21900, 41900, 48, TRUE, '2025-12-12 05:45:00', '2025-12-12 05:45:00'),
    (100199, 2001, 3138, 'Chew Toy Ball of Natural Rubber', '天然橡胶磨牙球',
     'Takes peanut butter, patience and the full attention of a terrier. Bounces in directions that nobody can foresee.',
     '里面抹上花生酱，就能换来狗狗整个下午的专注。弹跳方向谁也猜不准。',
     'APPROVED', 3900, 5900, 344, TRUE, '2025-11-02 10:03:00', '2025-11-02 10:03:00'),
    (100200, 2001, 3138, 'Dog Rain Coat with Belly Strap', '狗狗防雨外套',
     'Covers the back to the tail, opens for the harness and shakes dry. Put on in five seconds, by the owner''s watch.',
     '从后背盖到尾根，留有胸背开口，抖一抖就干。五秒穿好，主人掐表测过。',
     'APPROVED', 9900, 12900, 34, TRUE, '2025-03-18 01:11:00', '2025-03-18 01:11:00')
ON DUPLICATE KEY UPDATE id = id;

INSERT INTO product_image (product_id, position, url)
SELECT p.id, n.position, CONCAT('/media/products/', p.id, '/', n.position, '.svg')
FROM product p
         CROSS JOIN (SELECT 1 AS position UNION ALL SELECT 2 UNION ALL SELECT 3) n
         LEFT JOIN product_image i ON i.product_id = p.id AND i.position = n.position
WHERE p.id BETWEEN 100001 AND 100200
  AND i.product_id IS NULL;
