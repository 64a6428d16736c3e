package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** New figures of a cart line; null leaves a figure as it is, but not both. */
public record SetCartLineCommand(long skuId, Integer quantity, Boolean selected) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .id(skuId, "skuId")
                .that(quantity != null || selected != null, "quantity", "or selected must be given")
                .that(
                        quantity == null || quantity >= 1 && quantity <= OrderLimits.MAX_QUANTITY,
                        "quantity",
                        "must be between 1 and " + OrderLimits.MAX_QUANTITY)
                .orRefuse();
    }
}
