package org.gomall.product.figures;

import java.util.List;
import org.gomall.api.common.Topics;
import org.gomall.api.stock.SkuStockChanged;
import org.gomall.api.stock.StockQueryService;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code in_stock} of SKUs and products, by which lists filter.
 *
 * <p>Events may arrive late and out of order, so one is only a nudge to ask provider-stock. Asking while the product's
 * row is locked makes the last writer the one with the latest answer, on all instances; only other events about that
 * product wait for the lock. An unanswered question fails the handling, and the event comes again.
 */
@Component
class StockFlags implements EventHandler<SkuStockChanged> {

    private final FiguresMapper figures;
    private final StockQueryService stock;

    StockFlags(FiguresMapper figures, StockQueryService stock) {
        this.figures = figures;
        this.stock = stock;
    }

    @Override
    public String topic() {
        return Topics.STOCK;
    }

    @Override
    public Class<SkuStockChanged> type() {
        return SkuStockChanged.class;
    }

    @Override
    public String name() {
        return "product-in-stock";
    }

    @Override
    public void handle(SkuStockChanged event) {
        long skuId = event.skuId();
        Long productId = figures.lockProductOf(skuId);
        if (productId == null) {
            return;
        }
        boolean inStock = stock.available(List.of(skuId)).stream().anyMatch(sku -> sku.available() > 0);
        figures.setSkuInStock(skuId, inStock);
        figures.deriveProductInStock(productId);
    }
}
