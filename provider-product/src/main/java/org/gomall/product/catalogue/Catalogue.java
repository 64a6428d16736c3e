package org.gomall.product.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Page;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductChanges;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSummary;
import org.gomall.api.product.ProductView;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.product.category.Categories;
import org.gomall.product.search.ProductSearch;

/** The catalogue as other processes see it. */
@DubboService
class Catalogue implements CatalogueService {

    private final Categories categories;
    private final ProductSearch search;
    private final ProductPages pages;
    private final RecentChanges changes;
    private final SkuSnapshots snapshots;

    Catalogue(
            Categories categories,
            ProductSearch search,
            ProductPages pages,
            RecentChanges changes,
            SkuSnapshots snapshots) {
        this.categories = categories;
        this.search = search;
        this.pages = pages;
        this.changes = changes;
        this.snapshots = snapshots;
    }

    @Override
    public List<CategoryView> categories() {
        return categories.tree();
    }

    @Override
    public Page<ProductSummary> search(ProductQuery query) {
        return search.search(query);
    }

    @Override
    public ProductView product(long productId) {
        return pages.page(productId);
    }

    @Override
    public ProductChanges changedSince(Instant since) {
        return changes.since(since);
    }

    @Override
    public List<SkuSnapshot> skus(Collection<Long> skuIds) {
        return snapshots.of(skuIds);
    }

    @Override
    public Page<SkuSnapshot> skusOfShop(long shopId, int page, int size) {
        return snapshots.ofShop(shopId, page, size);
    }
}
