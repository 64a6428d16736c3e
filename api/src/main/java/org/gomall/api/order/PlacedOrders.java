package org.gomall.api.order;

import java.io.Serializable;
import java.util.List;

/** The orders of one purchase, one per shop, and what they cost in all (fen). */
public record PlacedOrders(List<OrderView> orders, long totalCents) implements Serializable {}
