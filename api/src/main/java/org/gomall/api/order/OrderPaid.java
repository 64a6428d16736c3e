package org.gomall.api.order;

import java.io.Serializable;
import java.util.List;

/** Event: an order was paid; its reserved pieces are sold now. */
public record OrderPaid(long orderId, long paymentId, List<SoldLine> lines) implements Serializable {

    /** Pieces of a product that were sold. */
    public record SoldLine(long productId, long skuId, int quantity) implements Serializable {}
}
