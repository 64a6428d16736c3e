package org.gomall.api.stock;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Pieces to set aside, for all orders of one purchase; an order names a SKU at most once. */
public record ReserveCommand(List<ReserveLine> lines) implements Checked, Serializable {

    @Override
    public void check() {
        Check check = Check.fields().size(lines, 1, 200, "lines");
        check.orRefuse();
        Set<String> seen = new HashSet<>();
        for (ReserveLine line : lines) {
            check.id(line.orderId(), "orderId")
                    .id(line.skuId(), "skuId")
                    .range((long) line.quantity(), 1, 100_000, "quantity")
                    .that(seen.add(line.orderId() + ":" + line.skuId()), "lines", "must name a SKU once per order");
        }
        check.orRefuse();
    }
}
