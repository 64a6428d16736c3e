package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Which refund requests: of a shop, or of all shops when {@code shopId} is null (for admins). Newest first. */
public record RefundQuery(Long shopId, RefundStatus status, int page, int size) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().paging(page, size).orRefuse();
    }
}
