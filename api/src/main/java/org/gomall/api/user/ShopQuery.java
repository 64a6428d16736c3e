package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Which shops; status null means all. Those that wait longest come first. */
public record ShopQuery(ShopStatus status, int page, int size) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().paging(page, size).orRefuse();
    }
}
