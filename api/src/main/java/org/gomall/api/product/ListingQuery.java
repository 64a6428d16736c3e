package org.gomall.api.product;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Which products of any state; shopId and status null mean all. The one that changed last comes first.
 *
 * @param keyword a part of the name in either language; null for all
 */
public record ListingQuery(Long shopId, ProductStatus status, String keyword, int page, int size)
        implements Checked, Serializable {

    private static final int LONGEST_KEYWORD = 100;

    /** Whatever their names are. */
    public ListingQuery(Long shopId, ProductStatus status, int page, int size) {
        this(shopId, status, null, page, size);
    }

    @Override
    public void check() {
        Check.fields()
                .that(shopId == null || shopId > 0, "shopId", "must be a valid id")
                .optionalText(keyword, LONGEST_KEYWORD, "keyword")
                .paging(page, size)
                .orRefuse();
    }
}
