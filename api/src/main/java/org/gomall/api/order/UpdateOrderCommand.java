package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Another address or note for an order that is not shipped; null leaves a part as it is. */
public record UpdateOrderCommand(long userId, long orderId, Long addressId, String note)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .that(addressId != null || note != null, "addressId", "or note must be given")
                .that(addressId == null || addressId > 0, "addressId", "must be a valid id")
                .optionalText(note, 500, "note")
                .orRefuse();
    }
}
