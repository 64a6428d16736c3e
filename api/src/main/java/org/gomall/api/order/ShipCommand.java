package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Who carries the parcel of an order. */
public record ShipCommand(long shopId, long orderId, String carrier, String trackingNo, ActingUser actor)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .text(carrier, 64, "carrier")
                .that(
                        trackingNo != null && trackingNo.matches("[A-Za-z0-9 -]{3,64}"),
                        "trackingNo",
                        "must be 3 to 64 letters, digits, spaces or -")
                .that(actor != null, "actor", "must be there")
                .orRefuse();
    }
}
