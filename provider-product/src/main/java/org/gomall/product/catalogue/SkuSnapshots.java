package org.gomall.product.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.common.PageLimits;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.SkuSnapshot;
import org.springframework.stereotype.Service;

/** SKUs as carts and orders take them: always straight from the database, because their prices are charged. */
@Service
class SkuSnapshots {

    private static final int MAX_IDS = 200;

    /** Counting is dear here, so it goes no further than this, or to the page after the one that is asked for. */
    private static final long MOST_COUNTED = 2_000;

    private final CatalogueMapper catalogue;
    private final Specs specs;

    SkuSnapshots(CatalogueMapper catalogue, Specs specs) {
        this.catalogue = catalogue;
        this.specs = specs;
    }

    /** The SKUs that exist, in one query. */
    List<SkuSnapshot> of(Collection<Long> skuIds) {
        Check.fields()
                .that(skuIds != null, "skuIds", "must not be missing")
                .size(skuIds, 0, MAX_IDS, "skuIds")
                .orRefuse();
        if (skuIds.isEmpty()) {
            return List.of();
        }
        return catalogue.snapshots(new TreeSet<>(skuIds)).stream()
                .map(this::snapshot)
                .toList();
    }

    /** The SKUs that a shop has, newest product first. */
    Page<SkuSnapshot> ofShop(long shopId, int page, int size) {
        Check.fields()
                .range((long) page, 1, PageLimits.MAX_PAGE, "page")
                .range((long) size, 1, CatalogueService.MOST_OF_SHOP, "size")
                .orRefuse();
        long offset = (page - 1L) * size;
        List<SkuSnapshot> found = catalogue.snapshotsOfShop(shopId, size, offset, offset + size).stream()
                .map(this::snapshot)
                .toList();
        return new Page<>(found, page, size, catalogue.countOfShop(shopId, Math.max(MOST_COUNTED, offset + 2L * size)));
    }

    private SkuSnapshot snapshot(CatalogueMapper.SnapshotRow row) {
        return new SkuSnapshot(
                row.id(),
                row.productId(),
                row.shopId(),
                row.name(),
                row.nameZh(),
                row.image(),
                specs.read(row.specs()),
                row.priceCents(),
                row.purchasable());
    }
}
