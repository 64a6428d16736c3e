package org.gomall.web.order;

import java.util.List;
import org.gomall.api.order.PurchaseLine;

/** The part of a request that says what to buy: lines, or the selected lines of the cart. */
final class Purchase {

    private Purchase() {}

    static List<PurchaseLine> lines(List<Line> items) {
        return items == null ? null : items.stream().map(Purchase::line).toList();
    }

    private static PurchaseLine line(Line item) {
        return item == null ? null : item.purchaseLine();
    }

    /** A SKU and how many pieces of it. */
    record Line(Long skuId, Integer quantity) {
        /** What is missing becomes 0, which the command refuses by field. */
        private PurchaseLine purchaseLine() {
            return new PurchaseLine(skuId == null ? 0 : skuId, quantity == null ? 0 : quantity);
        }
    }
}
