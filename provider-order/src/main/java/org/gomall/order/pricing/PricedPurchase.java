package org.gomall.order.pricing;

import java.util.List;
import org.gomall.api.order.ShopQuote;

/** A purchase with its prices: one part per shop, and the sum of their totals in fen. */
public record PricedPurchase(List<ShopQuote> shops, long totalCents) {}
