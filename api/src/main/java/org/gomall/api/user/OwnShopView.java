package org.gomall.api.user;

import java.io.Serializable;
import java.time.Instant;

/**
 * A shop in any state, as its owner and admins see it.
 *
 * @param userId the owner
 * @param reason why it was rejected, else null
 * @param nameZh may be null, as may descriptionZh
 */
public record OwnShopView(
        long shopId,
        long userId,
        ShopStatus status,
        String reason,
        String name,
        String nameZh,
        String description,
        String descriptionZh,
        Instant createdAt,
        Instant updatedAt)
        implements Serializable {}
