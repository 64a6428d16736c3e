package org.gomall.stock;

import java.util.List;
import org.gomall.api.common.Topics;
import org.gomall.api.stock.SkuStockChanged;
import org.gomall.platform.test.Heard;
import org.springframework.boot.test.context.TestComponent;

/** Listens to what stock tells the world, through the real broker. */
@TestComponent
public class HeardNews extends Heard<SkuStockChanged> {

    HeardNews() {
        super("HeardNews", Topics.STOCK, SkuStockChanged.class);
    }

    /** What was said about a SKU, in the order of arrival: true for in stock. */
    public List<Boolean> about(long skuId) {
        return matching(event -> event.skuId() == skuId).stream()
                .map(SkuStockChanged::inStock)
                .toList();
    }
}
