package org.gomall.api.order;

import java.io.Serializable;
import java.time.Instant;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Which orders of the whole mall; null means any. Newest first.
 *
 * @param from placed at this moment or later
 * @param to placed before this moment
 */
public record AdminOrderQuery(
        OrderStatus status, Long orderId, Long userId, Long shopId, Instant from, Instant to, int page, int size)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .that(orderId == null || orderId > 0, "orderId", "must be a valid id")
                .that(userId == null || userId > 0, "userId", "must be a valid id")
                .that(shopId == null || shopId > 0, "shopId", "must be a valid id")
                .that(from == null || to == null || from.isBefore(to), "from", "must be before to")
                .paging(page, size)
                .orRefuse();
    }
}
