package org.gomall.product.listing;

import org.gomall.api.product.ProductDraft;

/** What buyers read of a product, tidied; a missing Chinese text is the other one. */
record Texts(long categoryId, String name, String nameZh, String description, String descriptionZh) {

    static Texts of(ProductDraft draft) {
        String name = draft.name().strip();
        String description = draft.description().strip();
        return new Texts(
                draft.categoryId(),
                name,
                orElse(draft.nameZh(), name),
                description,
                orElse(draft.descriptionZh(), description));
    }

    static Texts of(ListingMapper.ListingRow row) {
        return new Texts(row.categoryId(), row.name(), row.nameZh(), row.description(), row.descriptionZh());
    }

    private static String orElse(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }
}
