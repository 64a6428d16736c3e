package org.gomall.api.order;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gomall.api.common.Check;

/** What the lines of a purchase must look like; shared by checkout and ordering. */
final class PurchaseLines {

    private PurchaseLines() {}

    static Check check(List<PurchaseLine> items, boolean cart) {
        Check check = Check.fields();
        if (cart) {
            return check.that(items == null || items.isEmpty(), "items", "must be missing when cart is true");
        }
        check.size(items, 1, OrderLimits.MAX_LINES, "items").orRefuse();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            PurchaseLine line = items.get(i);
            String field = "items[" + i + "].";
            check.id(line.skuId(), field + "skuId")
                    .range((long) line.quantity(), 1, OrderLimits.MAX_QUANTITY, field + "quantity")
                    .that(seen.add(line.skuId()), field + "skuId", "must not be named twice");
        }
        return check;
    }
}
