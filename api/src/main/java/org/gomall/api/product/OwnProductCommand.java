package org.gomall.api.product;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;

/**
 * Which product a merchant does something with.
 *
 * @param shopId the shop of the actor
 */
public record OwnProductCommand(ActingUser actor, long shopId, long productId) implements Serializable {}
