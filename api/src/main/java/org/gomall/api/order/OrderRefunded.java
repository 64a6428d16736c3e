package org.gomall.api.order;

import java.io.Serializable;

/**
 * Event: all money of an order is back.
 *
 * @param refundId the request that brought the last of it back
 * @param shipped false when its pieces never left the shop: they can be sold again
 */
public record OrderRefunded(long orderId, long refundId, boolean shipped) implements Serializable {}
