package org.gomall.api.product;

import java.io.Serializable;

/**
 * A category as admins see it.
 *
 * @param parentId null for a top category
 * @param products products of any state directly in it
 */
public record CategoryEntry(
        long categoryId, Long parentId, String name, String nameZh, String slug, int position, long products)
        implements Serializable {}
