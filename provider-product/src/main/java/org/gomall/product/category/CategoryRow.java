package org.gomall.product.category;

/** A row of table category; {@code parentId} is null for a top category. */
record CategoryRow(long id, Long parentId, String name, String nameZh, String slug) {}
