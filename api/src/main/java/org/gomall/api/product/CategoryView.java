package org.gomall.api.product;

import java.io.Serializable;
import java.util.List;

/** A category with its sub-categories; {@code slug} names its picture style and icon. */
public record CategoryView(long categoryId, String name, String nameZh, String slug, List<CategoryView> children)
        implements Serializable {}
