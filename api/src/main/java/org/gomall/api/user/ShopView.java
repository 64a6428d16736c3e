package org.gomall.api.user;

import java.io.Serializable;
import java.time.Instant;

/** A shop as everybody may see it. */
public record ShopView(
        long shopId, String name, String nameZh, String description, String descriptionZh, Instant createdAt)
        implements Serializable {}
