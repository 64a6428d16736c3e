package org.gomall.api.product;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Which products of any state; shopId and status null mean all. The one that changed last comes first. */
public record ListingQuery(Long shopId, ProductStatus status, int page, int size) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .that(shopId == null || shopId > 0, "shopId", "must be a valid id")
                .paging(page, size)
                .orRefuse();
    }
}
