package org.gomall.stock;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gomall.api.common.Topics;
import org.gomall.api.stock.SkuStockChanged;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.boot.test.context.TestComponent;

/** Listens to what stock tells the world, through the real broker. */
@TestComponent
public class HeardNews implements EventHandler<SkuStockChanged> {

    private final List<SkuStockChanged> heard = new CopyOnWriteArrayList<>();

    /** What was said about a SKU, in the order of arrival: true for in stock. */
    public List<Boolean> about(long skuId) {
        return heard.stream()
                .filter(event -> event.skuId() == skuId)
                .map(SkuStockChanged::inStock)
                .toList();
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
    public void handle(SkuStockChanged event) {
        heard.add(event);
    }
}
