package org.gomall.order.testing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductChanges;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSummary;
import org.gomall.api.product.ProductView;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.platform.test.SentStatements;

/** A catalogue in memory that can be away. */
public class FakeCatalogue implements CatalogueService {

    private final Map<Long, SkuSnapshot> skus = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile Runnable whileAsked;

    /** Adds or replaces a SKU. */
    public void put(SkuSnapshot sku) {
        skus.put(sku.skuId(), sku);
    }

    /** Takes a SKU off the shelf. */
    public void withdraw(long skuId) {
        skus.computeIfPresent(
                skuId,
                (id, s) -> new SkuSnapshot(
                        id,
                        s.productId(),
                        s.shopId(),
                        s.productName(),
                        s.productNameZh(),
                        s.image(),
                        s.specs(),
                        s.priceCents(),
                        false));
    }

    /** Whether calls fail. */
    public void away(boolean away) {
        this.away = away;
    }

    /** Runs once, before the next answer. */
    public void whileAsked(Runnable hook) {
        this.whileAsked = hook;
    }

    @Override
    public List<SkuSnapshot> skus(Collection<Long> skuIds) {
        SentStatements.called("CatalogueService.skus");
        if (away) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        Runnable hook = whileAsked;
        whileAsked = null;
        if (hook != null) {
            hook.run();
        }
        return skuIds.stream().map(skus::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Page<SkuSnapshot> skusOfShop(long shopId, int page, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CategoryView> categories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<ProductSummary> search(ProductQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProductView product(long productId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProductChanges changedSince(Instant since) {
        throw new UnsupportedOperationException();
    }
}
