package org.gomall.api.order;

import java.io.Serializable;
import java.util.List;

/**
 * A cart.
 *
 * @param totalCents sum over the lines that are selected and valid, in fen
 * @param count pieces in all lines
 */
public record CartView(List<CartLineView> items, long totalCents, int count) implements Serializable {}
