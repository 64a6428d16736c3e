package org.gomall.web.merchant;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.api.stock.StockLevel;
import org.gomall.api.stock.StockQueryService;
import org.springframework.stereotype.Component;

/** SKUs of a shop. provider-stock does not know whose a SKU is, provider-product does. */
@Component
class OwnSkus {

    private final CatalogueService catalogue;
    private final StockQueryService stock;

    OwnSkus(CatalogueService catalogue, StockQueryService stock) {
        this.catalogue = catalogue;
        this.stock = stock;
    }

    /**
     * A SKU of this shop, visible or not.
     *
     * @throws BusinessException NOT_FOUND, also for another shop's
     */
    SkuSnapshot of(long shopId, long skuId) {
        return catalogue.skus(List.of(skuId)).stream()
                .filter(sku -> sku.shopId() == shopId)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("SKU"));
    }

    /** The figures of a SKU, all 0 while it never had a piece. */
    StockLevel level(long skuId) {
        return stock.levels(List.of(skuId)).stream().findFirst().orElseGet(() -> new StockLevel(skuId, 0, 0, 0, 0));
    }
}
