package org.gomall.product.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gomall.api.common.BusinessException;
import org.gomall.api.product.ProductView;
import org.gomall.api.product.SkuView;
import org.gomall.platform.metrics.CacheMeters;
import org.springframework.stereotype.Service;

/**
 * What product pages show, at most {@value #FRESH_SECONDS} s old. A product that everybody looks at costs three small
 * queries in that time, also while it does not exist.
 */
@Service
public class ProductPages {

    private static final int FRESH_SECONDS = 3;
    private static final int MAX_PRODUCTS = 5_000;

    private final CatalogueMapper catalogue;
    private final Specs specs;
    private final Cache<Long, Optional<ProductView>> pages = CacheMeters.watch(
            "product-pages",
            Caffeine.newBuilder()
                    .maximumSize(MAX_PRODUCTS)
                    .expireAfterWrite(Duration.ofSeconds(FRESH_SECONDS))
                    .recordStats()
                    .<Long, Optional<ProductView>>build(),
            cache -> cache.stats().hitCount(),
            cache -> cache.stats().missCount());

    ProductPages(CatalogueMapper catalogue, Specs specs) {
        this.catalogue = catalogue;
        this.specs = specs;
    }

    /** A visible product. */
    ProductView page(long productId) {
        return pages.get(productId, this::load).orElseThrow(() -> BusinessException.notFound("Product"));
    }

    /** Drops the copy in this process. */
    public void forget(long productId) {
        pages.invalidate(productId);
    }

    private Optional<ProductView> load(long productId) {
        return Optional.ofNullable(catalogue.visible(productId)).map(this::view);
    }

    private ProductView view(CatalogueMapper.ProductRow product) {
        List<SkuView> skus = catalogue.activeSkus(product.id()).stream()
                .map(sku -> new SkuView(sku.id(), specs.read(sku.specs()), sku.priceCents()))
                .toList();
        return new ProductView(
                product.id(),
                product.name(),
                product.nameZh(),
                product.description(),
                product.descriptionZh(),
                catalogue.images(product.id()),
                product.shopId(),
                product.categoryId(),
                product.categoryName(),
                product.categoryNameZh(),
                product.categorySlug(),
                skus,
                product.sales(),
                product.createdAt());
    }
}
