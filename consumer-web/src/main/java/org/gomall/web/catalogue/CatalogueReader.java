package org.gomall.web.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSummary;
import org.gomall.api.product.ProductView;
import org.gomall.api.product.SkuView;
import org.gomall.api.stock.StockQueryService;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.ShopView;
import org.gomall.web.remote.LocalCache;
import org.gomall.web.remote.StaleCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The catalogue as visitors see it: product, shop, category and stock in one answer, from copies that are a few seconds
 * old at most. Without provider-stock the figures are missing and the page still sells; without provider-product the
 * last copy is shown.
 */
@Component
public class CatalogueReader {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueReader.class);
    private static final Duration STALE = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int PRODUCTS = 10_000;
    private static final String ALL = "all";

    private final StaleCache<String, List<CategoryView>> categories;
    private final StaleCache<Long, ProductView> products;
    private final StaleCache<Long, ShopView> shops;
    private final StaleCache<ProductQuery, Page<ProductSummary>> lists;
    private final StockFigures stock;
    private final ProductNews news;
    private final Cache<Long, Shown> shown =
            LocalCache.builder().maximumSize(PRODUCTS).build();

    /** What a product was put together from; the parts are replaced and never changed. */
    private record Shown(ProductView product, Map<Long, Integer> available, ShopView shop, ProductDetail detail) {}

    CatalogueReader(CatalogueService catalogue, StockQueryService stockQueries, ShopService shopService, Clock clock) {
        this.categories =
                new StaleCache<>("categories", clock, 1, Duration.ofSeconds(30), STALE, all -> catalogue.categories());
        this.news = new ProductNews(catalogue, clock, this::haveChanged, this::mayHaveChanged);
        // What is sold changes without news, and may be as old as they are kept.
        this.products = new StaleCache<Long, ProductView>(
                        "products", clock, PRODUCTS, Duration.ofSeconds(3), STALE, catalogue::product)
                .keptWhile(KEPT, news::areKnown);
        this.lists = new StaleCache<>("product-lists", clock, 2_000, Duration.ofSeconds(2), STALE, catalogue::search);
        this.shops = new StaleCache<>("shops", clock, 5_000, Duration.ofSeconds(30), STALE, id -> one(shopService, id));
        this.stock = new StockFigures(stockQueries, this::skusOf, clock);
    }

    /** The category tree. */
    public List<CategoryView> categories() throws BusinessException {
        return categories.get(ALL);
    }

    /** Visible products that match. */
    public Page<ProductSummary> search(ProductQuery query) throws BusinessException {
        query.check();
        return lists.get(query);
    }

    /**
     * Everything about one product.
     *
     * @throws BusinessException NOT_FOUND
     */
    public ProductDetail product(long productId) throws BusinessException {
        news.catchUp();
        ProductView product = products.get(productId);
        Map<Long, Integer> available = available(productId);
        return together(product, available, shopOrNull(product.shopId()));
    }

    /** The same object as long as its parts are the same; they come anew every few seconds, and mostly unchanged. */
    private ProductDetail together(ProductView product, Map<Long, Integer> available, ShopView shop) {
        Shown last = shown.getIfPresent(product.productId());
        if (last != null && last.product() == product && last.available() == available && last.shop() == shop) {
            return last.detail();
        }
        boolean same = last != null
                && last.product().equals(product)
                && last.available().equals(available)
                && Objects.equals(last.shop(), shop);
        Shown next = new Shown(product, available, shop, same ? last.detail() : detail(product, available, shop));
        shown.put(product.productId(), next);
        return next.detail();
    }

    private static ProductDetail detail(ProductView product, Map<Long, Integer> available, ShopView shop) {
        return new ProductDetail(
                product.productId(),
                product.name(),
                product.nameZh(),
                product.description(),
                product.descriptionZh(),
                product.images(),
                seller(product.shopId(), shop),
                new ProductDetail.Category(
                        product.categoryId(), product.categoryName(), product.categoryNameZh(), product.categorySlug()),
                product.skus().stream().map(sku -> withStock(sku, available)).toList(),
                null,
                product.sales(),
                product.createdAt());
    }

    /** When the copy of this product was made that is shown while provider-product is away; else empty. */
    public Optional<Instant> outdatedSince(long productId) {
        return products.outdatedSince(productId);
    }

    /** The same for a list of products. */
    public Optional<Instant> outdatedSince(ProductQuery query) {
        return lists.outdatedSince(query);
    }

    /** Whether it can be told what of these products is in stock. */
    public boolean knowsStock(Collection<Long> productIds) {
        return productIds.stream().distinct().noneMatch(productId -> available(productId)
                .isEmpty());
    }

    /**
     * An approved shop.
     *
     * @throws BusinessException NOT_FOUND
     */
    public ShopView shop(long shopId) throws BusinessException {
        return shops.get(shopId);
    }

    /** The shops with these ids that are known here or can be asked; never throws, what is missing is left out. */
    public Map<Long, ShopView> shops(Collection<Long> shopIds) {
        return shopIds.stream()
                .distinct()
                .map(this::shopOrNull)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(ShopView::shopId, shop -> shop));
    }

    /** Drops the copy of a product's stock, for a page that must show what its user just did. */
    public void forgetStock(long productId) {
        stock.forget(productId);
    }

    /** Drops what is kept of a product, for its merchant who has just changed it and wants to see that. */
    public void forgetProduct(long productId) {
        products.forget(productId);
        stock.forget(productId);
        lists.clear();
    }

    /** Drops every copy, so that the next visitors see what the providers have now. */
    public void forgetAll() {
        categories.clear();
        products.clear();
        stock.clear();
        shops.clear();
        lists.clear();
    }

    private void haveChanged(List<Long> productIds) {
        productIds.forEach(products::forget);
    }

    private void mayHaveChanged() {
        products.age();
    }

    private ShopView shopOrNull(long shopId) {
        try {
            return shops.get(shopId);
        } catch (BusinessException e) {
            return null;
        }
    }

    private static ProductDetail.Shop seller(long shopId, ShopView shop) {
        return shop == null
                ? new ProductDetail.Shop(shopId, null, null)
                : new ProductDetail.Shop(shopId, shop.name(), shop.nameZh());
    }

    private Map<Long, Integer> available(long productId) {
        try {
            return stock.of(productId);
        } catch (BusinessException e) {
            LOG.debug("no stock figures for product {}: {}", productId, e.getMessage());
            return Map.of();
        }
    }

    private List<Long> skusOf(long productId) {
        return products.get(productId).skus().stream().map(SkuView::skuId).toList();
    }

    private static ProductDetail.Sku withStock(SkuView sku, Map<Long, Integer> available) {
        return new ProductDetail.Sku(sku.skuId(), sku.specs(), sku.priceCents(), available.get(sku.skuId()));
    }

    private static ShopView one(ShopService shopService, long shopId) {
        return shopService.shops(List.of(shopId)).stream()
                .findFirst()
                .orElseThrow(() -> new BusinessException(ErrorCode.NOT_FOUND, "shop not found"));
    }
}
