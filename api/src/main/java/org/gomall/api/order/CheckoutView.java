package org.gomall.api.order;

import java.io.Serializable;
import java.util.List;

/**
 * A priced purchase.
 *
 * @param shops one part per shop; each becomes an order of its own
 * @param totalCents what the shopper pays in all, in fen
 * @param problems what must be solved first; empty when it can be ordered as it is
 */
public record CheckoutView(List<ShopQuote> shops, long totalCents, List<CheckoutProblem> problems)
        implements Serializable {}
