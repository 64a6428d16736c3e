package org.gomall.api.product;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Which products are no longer what they were.
 *
 * @param until where the next question begins
 * @param many whether there are more than are worth naming: then any product may have changed
 * @param productIds those that have, empty when there are {@code many}
 */
public record ProductChanges(Instant until, boolean many, List<Long> productIds) implements Serializable {}
