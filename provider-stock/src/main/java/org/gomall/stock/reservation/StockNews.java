package org.gomall.stock.reservation;

import java.util.Collection;
import org.gomall.api.common.Topics;
import org.gomall.api.stock.SkuStockChanged;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/**
 * Tells the others when a SKU sells out or comes back.
 *
 * <p>Reserving never looks: the row of a hot SKU would stay locked for one more statement. Whoever took the last piece
 * finds the SKU empty when its global transaction confirms. Purchases that confirm at the same moment find it empty
 * as well, so an event may come more than once.
 */
@Component
class StockNews {

    private final StockMapper stock;
    private final Outbox outbox;

    StockNews(StockMapper stock, Outbox outbox) {
        this.stock = stock;
        this.outbox = outbox;
    }

    /** To be called when purchases are confirmed. */
    void reserved(Collection<Long> orderIds) {
        stock.soldOut(orderIds).forEach(skuId -> outbox.publish(Topics.STOCK, new SkuStockChanged(skuId, false)));
    }

    /** To be called in the transaction that gave the pieces back: it holds the row, so what it reads is exact. */
    void givenBack(SkuQuantity pieces) {
        if (stock.available(pieces.skuId()) == pieces.quantity()) {
            outbox.publish(Topics.STOCK, new SkuStockChanged(pieces.skuId(), true));
        }
    }
}
