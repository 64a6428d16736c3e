package org.gomall.api.product;

import java.io.Serializable;
import java.time.Instant;

/**
 * One step of a product.
 *
 * @param from null for the first step
 * @param by who did it: MERCHANT or ADMIN
 * @param reason why, may be null
 */
public record ProductHistoryEntry(ProductStatus from, ProductStatus to, Instant at, String by, String reason)
        implements Serializable {}
