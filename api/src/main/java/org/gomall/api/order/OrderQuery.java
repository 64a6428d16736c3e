package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Which orders of an owner (a user, or a shop for merchants); status null means all. Newest first. */
public record OrderQuery(long ownerId, OrderStatus status, int page, int size) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().paging(page, size).orRefuse();
    }
}
