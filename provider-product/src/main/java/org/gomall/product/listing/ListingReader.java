package org.gomall.product.listing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.common.PageLimits;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.SkuView;
import org.gomall.product.catalogue.Specs;
import org.springframework.stereotype.Component;

/** Products of any state as their merchants and admins see them, straight from the database. */
@Component
class ListingReader {

    private final ListingMapper listings;
    private final SkuMapper skus;
    private final HistoryMapper history;
    private final Specs specs;

    ListingReader(ListingMapper listings, SkuMapper skus, HistoryMapper history, Specs specs) {
        this.listings = listings;
        this.skus = skus;
        this.history = history;
        this.specs = specs;
    }

    /** One page of what the query asks for. */
    Page<ListingSummary> page(ListingQuery query) {
        String keyword = query.keyword() == null || query.keyword().isBlank()
                ? null
                : query.keyword().strip();
        ListingMapper.Filter filter = new ListingMapper.Filter(query.shopId(), query.status(), keyword);
        int offset = (query.page() - 1) * query.size();
        List<ListingSummary> found = listings.page(filter, query.size(), offset, PageLimits.MAX_COUNTED);
        return new Page<>(found, query.page(), query.size(), listings.count(filter, PageLimits.MAX_COUNTED));
    }

    /** How many products of a shop are in each state, as far as lists are counted. */
    Map<ProductStatus, Long> counts(long shopId) {
        return listings.counts(shopId, ProductStatus.values(), PageLimits.MAX_COUNTED).stream()
                .filter(count -> count.products() > 0)
                .collect(Collectors.toMap(ListingMapper.StatusCount::status, ListingMapper.StatusCount::products));
    }

    /**
     * One product.
     *
     * @param shopId whose it must be; null for admins
     * @throws BusinessException NOT_FOUND
     */
    ListingView view(Long shopId, long productId) {
        ListingMapper.ListingRow row = listings.find(shopId, productId);
        if (row == null) {
            throw BusinessException.notFound("product");
        }
        return new ListingView(
                row.id(),
                row.shopId(),
                row.status(),
                row.reason(),
                row.name(),
                row.nameZh(),
                row.description(),
                row.descriptionZh(),
                row.categoryId(),
                row.categoryName(),
                row.categoryNameZh(),
                listings.images(productId),
                skus.active(productId).stream()
                        .map(sku -> new SkuView(sku.id(), specs.read(sku.specs()), sku.priceCents()))
                        .toList(),
                row.sales(),
                row.createdAt(),
                row.updatedAt(),
                history.of(productId));
    }
}
