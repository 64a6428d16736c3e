package org.gomall.order.orders;

import java.util.List;
import org.gomall.api.order.RefundRequestView;

/** What an order shows of its refund requests; the feature behind it builds on orders, not the other way round. */
public interface RefundsOfOrder {

    /** The refund requests of an order, oldest first. */
    List<RefundRequestView> ofOrder(long orderId);
}
