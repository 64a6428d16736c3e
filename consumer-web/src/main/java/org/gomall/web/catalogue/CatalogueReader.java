package org.gomall.web.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockQueryService;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.ShopView;
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
    private static final String ALL = "all";

    /** A page does not wait long for a figure that it can do without: the checkout decides. */
    private static final Duration STOCK_PATIENCE = Duration.ofMillis(400);

    private final StaleCache<String, List<CategoryView>> categories;
    private final StaleCache<Long, ProductView> products;
    private final StaleCache<Long, Map<Long, Integer>> stock;
    private final StaleCache<Long, ShopView> shops;
    private final StaleCache<ProductQuery, Page<ProductSummary>> lists;
    private final StockQueryService stockQueries;

    CatalogueReader(CatalogueService catalogue, StockQueryService stockQueries, ShopService shopService, Clock clock) {
        this.stockQueries = stockQueries;
        this.categories = new StaleCache<>(clock, 1, Duration.ofSeconds(30), STALE, all -> catalogue.categories());
        this.products = new StaleCache<>(clock, 10_000, Duration.ofSeconds(3), STALE, catalogue::product);
        this.lists = new StaleCache<>(clock, 2_000, Duration.ofSeconds(2), STALE, catalogue::search);
        this.shops = new StaleCache<>(clock, 5_000, Duration.ofSeconds(30), STALE, id -> one(shopService, id));
        // A figure that is too old would mislead: rather none than one from a minute ago.
        this.stock = new StaleCache<>(
                clock, 10_000, Duration.ofSeconds(1), Duration.ofSeconds(15), STOCK_PATIENCE, this::availableOfProduct);
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
        ProductView product = products.get(productId);
        Map<Long, Integer> available = available(productId);
        return new ProductDetail(
                product.productId(),
                product.name(),
                product.nameZh(),
                product.description(),
                product.descriptionZh(),
                product.images(),
                seller(product.shopId()),
                new ProductDetail.Category(
                        product.categoryId(), product.categoryName(), product.categoryNameZh(), product.categorySlug()),
                product.skus().stream().map(sku -> withStock(sku, available)).toList(),
                null,
                product.sales(),
                product.createdAt());
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

    private ShopView shopOrNull(long shopId) {
        try {
            return shops.get(shopId);
        } catch (BusinessException e) {
            return null;
        }
    }

    private ProductDetail.Shop seller(long shopId) {
        ShopView shop = shopOrNull(shopId);
        return shop == null
                ? new ProductDetail.Shop(shopId, null, null)
                : new ProductDetail.Shop(shopId, shop.name(), shop.nameZh());
    }

    private Map<Long, Integer> available(long productId) {
        try {
            return stock.get(productId);
        } catch (BusinessException e) {
            LOG.debug("no stock figures for product {}: {}", productId, e.getMessage());
            return Map.of();
        }
    }

    private Map<Long, Integer> availableOfProduct(long productId) {
        List<Long> skuIds =
                products.get(productId).skus().stream().map(SkuView::skuId).toList();
        Map<Long, Integer> available = stockQueries.available(skuIds).stream()
                .collect(Collectors.toMap(SkuAvailability::skuId, SkuAvailability::available));
        // A new SKU that provider-stock has not heard of yet cannot be bought.
        skuIds.forEach(skuId -> available.putIfAbsent(skuId, 0));
        return available;
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
