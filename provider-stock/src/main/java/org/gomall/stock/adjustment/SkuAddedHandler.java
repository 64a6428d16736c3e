package org.gomall.stock.adjustment;

import org.gomall.api.common.Topics;
import org.gomall.api.product.SkuAdded;
import org.gomall.api.stock.AdjustStockCommand;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Takes in the pieces that a merchant has of a new SKU; the product's own audit trail names the merchant. */
@Component
class SkuAddedHandler implements EventHandler<SkuAdded> {

    private final Adjustments adjustments;

    SkuAddedHandler(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    @Override
    public String topic() {
        return Topics.PRODUCT;
    }

    @Override
    public Class<SkuAdded> type() {
        return SkuAdded.class;
    }

    @Override
    public void handle(SkuAdded event) {
        if (event.pieces() == 0) {
            adjustments.begin(event.skuId());
        } else {
            adjustments.apply(new AdjustStockCommand(
                    event.skuId(), event.pieces(), "initial stock", "initial:" + event.skuId(), null));
        }
    }
}
