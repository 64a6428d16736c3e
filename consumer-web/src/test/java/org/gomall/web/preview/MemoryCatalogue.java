package org.gomall.web.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductChanges;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.api.product.ProductSummary;
import org.gomall.api.product.ProductView;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.api.product.SkuView;
import org.gomall.api.stock.AdjustStockCommand;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockAdjustmentService;
import org.gomall.api.stock.StockLedgerEntryView;
import org.gomall.api.stock.StockLevel;
import org.gomall.api.stock.StockQueryService;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.ShopView;

/** Products, stock and shops that live as long as the test or the preview. */
class MemoryCatalogue implements CatalogueService, StockQueryService, StockAdjustmentService, ShopService {

    static final Instant OPENED = Instant.parse("2026-01-05T02:00:00Z");

    private static final String[] COLOURS = {
        "Clay", "Sage", "Natural", "Teal", "Mustard", "White", "Tomato", "Sky", "Plum", "Forest", "Black"
    };

    private final List<CategoryView> categories = List.of(
            top(
                    3001,
                    "Home & Living",
                    "家居生活",
                    "home",
                    sub(3101, "Lighting", "灯具", "lighting"),
                    sub(3102, "Bedding", "床品", "bedding")),
            top(
                    3002,
                    "Kitchen",
                    "厨房餐具",
                    "kitchen",
                    sub(3103, "Drinkware", "杯壶", "drinkware"),
                    sub(3104, "Cookware", "锅具", "cookware")),
            top(3003, "Phones & Audio", "手机数码", "digital"),
            top(3004, "Computers", "电脑办公", "computers"),
            top(3005, "Clothing", "服饰", "clothing"),
            top(3006, "Shoes", "鞋靴", "shoes"),
            top(3007, "Bags", "箱包", "bags"),
            top(3008, "Beauty", "美妆护肤", "beauty"),
            top(3009, "Food & Tea", "食品茶饮", "food"),
            top(3010, "Sports & Outdoor", "运动户外", "sports"),
            top(3011, "Books & Stationery", "图书文具", "books"),
            top(3012, "Toys & Baby", "玩具母婴", "toys"),
            top(3013, "Pets", "宠物", "pets"));
    private final Map<Long, ProductView> products = new TreeMap<>();
    final Map<Long, Integer> stock = new LinkedHashMap<>();
    boolean stockAway;

    /** As if Sentinel let no search through. */
    boolean busy;

    /** As if provider-product were gone. */
    boolean away;

    private final Map<String, StockLedgerEntryView> ledger = new LinkedHashMap<>();

    MemoryCatalogue() {
        String[] rows = {
            "3103|Stoneware Coffee Mug|粗陶咖啡马克杯|4900",
            "3101|Rattan Table Lamp|藤编台灯|25900",
            "3102|Washed Linen Duvet Cover Set in Natural Flax, Four Pieces|水洗亚麻四件套|89900",
            "3104|Cast Iron Wok|铸铁炒锅|32800",
            "3003|Aurora X2 Smartphone|极光 X2 智能手机|329900",
            "3003|Quiet One Headphones|静一头戴降噪耳机|129900",
            "3004|Featherbook 14 Laptop|轻羽 14 笔记本电脑|549900",
            "3004|Low-profile Mechanical Keyboard|矮轴机械键盘|45900",
            "3005|Organic Cotton T-Shirt|有机棉 T 恤|9900",
            "3005|Merino Wool Sweater|美利奴羊毛衫|39900",
            "3006|Cloud Runner Sneakers|云感跑鞋|46900",
            "3006|Waterproof Hiking Boots|防水徒步靴|69900",
            "3007|Commuter Backpack|通勤双肩包|32900",
            "3007|Canvas Tote|帆布托特包|12900",
            "3008|Camellia Face Cream|山茶花面霜|18900",
            "3008|Rose Hydrating Serum|玫瑰保湿精华|25900",
            "3009|Longjing Green Tea, Spring Harvest|明前龙井茶|28800",
            "3009|Yunnan Coffee Beans|云南咖啡豆|8800",
            "3009|Dark Chocolate with Sea Salt|海盐黑巧克力|3900",
            "3010|Indoor Basketball|室内篮球|15900",
            "3010|Two-person Tent|双人帐篷|59900",
            "3011|The Garden Book|园艺之书|6800",
            "3011|Fountain Pen|钢笔|19900",
            "3012|Plush Panda|毛绒熊猫|8900",
            "3012|Wooden Train|木制小火车|16900",
            "3013|Cat Bed|猫窝|12900",
            "3013|Dog Leash|牵引绳|5900",
            "3103|Iron Kettle|铁壶|36900"
        };
        for (int i = 0; i < rows.length; i++) {
            String[] row = rows[i].split("\\|");
            add(100001 + i, Long.parseLong(row[0]), row[1], row[2], Long.parseLong(row[3]));
        }
    }

    void add(long productId, long categoryId, String name, String nameZh, long priceCents) {
        CategoryView category = category(categoryId);
        List<SkuView> skus = new ArrayList<>();
        String colour = COLOURS[(int) (productId % COLOURS.length)];
        String[][] variants = {{colour, "S"}, {colour, "M"}, {"Ink", "S"}, {"Ink", "M"}};
        for (int n = 0; n < variants.length; n++) {
            Map<String, String> specs = new LinkedHashMap<>();
            specs.put("Colour", variants[n][0]);
            specs.put("Size", variants[n][1]);
            long skuId = productId * 10 + n + 1;
            skus.add(new SkuView(skuId, specs, priceCents + n % 2 * 1000));
            stock.put(skuId, productId % 9 == 0 ? 0 : (int) ((productId * 7 + n * 13) % 40));
        }
        products.put(
                productId,
                new ProductView(
                        productId,
                        name,
                        nameZh,
                        name
                                + " from a small workshop. Made to be used every day, repaired when needed and kept"
                                + " for years.\n\n"
                                + "Materials are listed on the label. Care: a damp cloth is enough.",
                        nameZh + "，出自小型工坊，适合日常使用，经久耐用。\n\n材质见标签。保养：湿布擦拭即可。",
                        LongStream.rangeClosed(1, 3)
                                .mapToObj(view -> "/media/products/" + productId + "/" + view + ".svg")
                                .toList(),
                        productId % 2 == 0 ? 2002 : 2001,
                        categoryId,
                        category.name(),
                        category.nameZh(),
                        category.slug(),
                        skus,
                        productId * 37 % 900,
                        OPENED.plusSeconds(productId)));
    }

    /** As if its merchant had taken it off the shelf. */
    void withdraw(long productId) {
        products.remove(productId);
    }

    /** What a shop sells. */
    List<ProductView> ofShop(long shopId) {
        return products.values().stream().filter(p -> p.shopId() == shopId).toList();
    }

    @Override
    public List<CategoryView> categories() {
        return categories;
    }

    @Override
    public Page<ProductSummary> search(ProductQuery query) {
        if (busy) {
            throw new BusinessException(ErrorCode.RATE_LIMITED, "busy", Map.of("retryAfterSeconds", 1));
        }
        Comparator<ProductView> order =
                switch (query.sort() == null ? ProductSort.NEWEST : query.sort()) {
                    case PRICE_ASC -> Comparator.comparing(p -> p.skus().get(0).priceCents());
                    case PRICE_DESC ->
                        Comparator.comparing(p -> -p.skus().get(0).priceCents());
                    case SALES -> Comparator.comparing(p -> -p.sales());
                    case NEWEST, RELEVANCE -> Comparator.comparing(p -> -p.productId());
                };
        List<ProductSummary> all = products.values().stream()
                .filter(p -> query.keyword() == null
                        || (p.name() + p.nameZh())
                                .toLowerCase()
                                .contains(query.keyword().toLowerCase()))
                .filter(p -> query.categoryId() == null || isIn(p.categoryId(), query.categoryId()))
                .filter(p -> query.shopId() == null || query.shopId() == p.shopId())
                .filter(p -> query.minPriceCents() == null || p.skus().get(0).priceCents() >= query.minPriceCents())
                .filter(p -> query.maxPriceCents() == null || p.skus().get(0).priceCents() <= query.maxPriceCents())
                .sorted(order)
                .map(this::summary)
                .filter(p -> query.inStock() == null || p.inStock())
                .toList();
        int from = Math.min(all.size(), (query.page() - 1) * query.size());
        return new Page<>(
                all.subList(from, Math.min(all.size(), from + query.size())), query.page(), query.size(), all.size());
    }

    /** Nobody keeps a record of what changes. */
    @Override
    public ProductChanges changedSince(Instant since) {
        if (away) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        return new ProductChanges(Instant.now(), true, List.of());
    }

    /** The ids 429, 500 and 503 fail in the way their number says, to look at the error pages. */
    @Override
    public ProductView product(long productId) {
        if (away) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        for (ErrorCode code : List.of(ErrorCode.RATE_LIMITED, ErrorCode.INTERNAL, ErrorCode.UNAVAILABLE)) {
            if (code.httpStatus() == productId) {
                throw new BusinessException(code, code.defaultMessage(), Map.of("retryAfterSeconds", 3));
            }
        }
        if (!products.containsKey(productId)) {
            throw BusinessException.notFound("product");
        }
        return products.get(productId);
    }

    @Override
    public List<SkuSnapshot> skus(Collection<Long> skuIds) {
        return skuIds.stream().map(this::sku).toList();
    }

    SkuSnapshot sku(long skuId) {
        ProductView p = product(skuId / 10);
        SkuView sku = p.skus().stream()
                .filter(s -> s.skuId() == skuId)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("sku"));
        return new SkuSnapshot(
                skuId,
                p.productId(),
                p.shopId(),
                p.name(),
                p.nameZh(),
                p.images().get(0),
                sku.specs(),
                sku.priceCents(),
                true);
    }

    @Override
    public List<SkuAvailability> available(Collection<Long> skuIds) {
        if (stockAway) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        return skuIds.stream().map(id -> new SkuAvailability(id, stock.get(id))).toList();
    }

    @Override
    public StockLevel level(long skuId) {
        return new StockLevel(skuId, stock.get(skuId), stock.get(skuId), 0, 0);
    }

    @Override
    public List<StockLevel> levels(Collection<Long> skuIds) {
        if (stockAway) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        return skuIds.stream().map(this::level).toList();
    }

    @Override
    public StockLevel adjust(AdjustStockCommand command) {
        command.check();
        if (stock.get(command.skuId()) + command.delta() < 0) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE);
        }
        StockLedgerEntryView entry = new StockLedgerEntryView(
                ledger.size() + 1L, command.skuId(), command.delta(), command.reason(), Instant.now());
        if (ledger.putIfAbsent(command.skuId() + ":" + command.key(), entry) == null) {
            stock.merge(command.skuId(), command.delta(), Integer::sum);
        }
        return level(command.skuId());
    }

    @Override
    public Page<StockLedgerEntryView> ledger(long skuId, int page, int size) {
        List<StockLedgerEntryView> all =
                ledger.values().stream().filter(entry -> entry.skuId() == skuId).toList();
        return new Page<>(all, page, size, all.size());
    }

    @Override
    public Page<SkuSnapshot> skusOfShop(long shopId, int page, int size) {
        List<SkuSnapshot> all = products.values().stream()
                .filter(p -> p.shopId() == shopId)
                .flatMap(p -> p.skus().stream())
                .map(sku -> sku(sku.skuId()))
                .toList();
        int from = Math.min(all.size(), (page - 1) * size);
        return new Page<>(all.subList(from, Math.min(all.size(), from + size)), page, size, all.size());
    }

    @Override
    public List<ShopView> shops(Collection<Long> shopIds) {
        return shopIds.stream()
                .filter(id -> id == 2001 || id == 2002)
                .map(MemoryCatalogue::shop)
                .toList();
    }

    @Override
    public ShopView shopOfOwner(long userId) {
        if (userId != 1003) {
            throw BusinessException.notFound("shop");
        }
        return shop(2001);
    }

    private static ShopView shop(long shopId) {
        return shopId == 2001
                ? new ShopView(
                        2001,
                        "Nova Home & Living",
                        "诺瓦家居",
                        "Quiet things for every day, from workshops we visit ourselves.",
                        "来自我们亲自走访的工坊，安静的日常好物。",
                        OPENED)
                : new ShopView(
                        2002,
                        "Orbit Digital",
                        "轨道数码",
                        "Devices that last, and the parts to repair them.",
                        "耐用的设备，以及维修所需的配件。",
                        OPENED);
    }

    private ProductSummary summary(ProductView p) {
        return new ProductSummary(
                p.productId(),
                p.name(),
                p.nameZh(),
                p.images().get(0),
                p.shopId(),
                p.categoryId(),
                p.skus().get(0).priceCents(),
                p.skus().get(1).priceCents(),
                p.sales(),
                p.skus().stream().anyMatch(sku -> stock.get(sku.skuId()) > 0));
    }

    private boolean isIn(long categoryId, long wanted) {
        return categoryId == wanted
                || categories.stream()
                        .filter(top -> top.categoryId() == wanted)
                        .flatMap(top -> top.children().stream())
                        .anyMatch(below -> below.categoryId() == categoryId);
    }

    private CategoryView category(long categoryId) {
        return categories.stream()
                .flatMap(top -> Stream.concat(Stream.of(top), top.children().stream()))
                .filter(c -> c.categoryId() == categoryId)
                .findFirst()
                .orElseThrow();
    }

    private static CategoryView top(long id, String name, String nameZh, String slug, CategoryView... below) {
        return new CategoryView(id, name, nameZh, slug, List.of(below));
    }

    private static CategoryView sub(long id, String name, String nameZh, String slug) {
        return new CategoryView(id, name, nameZh, slug, List.of());
    }
}
