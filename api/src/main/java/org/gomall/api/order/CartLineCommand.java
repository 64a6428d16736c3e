package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Pieces to add to a cart. */
public record CartLineCommand(long skuId, int quantity) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .id(skuId, "skuId")
                .range((long) quantity, 1, OrderLimits.MAX_QUANTITY, "quantity")
                .orRefuse();
    }
}
