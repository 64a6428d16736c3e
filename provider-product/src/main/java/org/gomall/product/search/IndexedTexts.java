package org.gomall.product.search;

import java.util.HashMap;
import java.util.Map;

/** The texts of a product that it can be found by. */
record IndexedTexts(
        long productId,
        String name,
        String nameZh,
        String category,
        String categoryZh,
        String topCategory,
        String topCategoryZh,
        String description,
        String descriptionZh) {

    private static final int NAME = 10;
    private static final int CATEGORY = 4;
    private static final int DESCRIPTION = 1;

    /** The terms and what a hit on each is worth: most in a name, less in a category, least in a description. */
    Map<String, Integer> weights() {
        Map<String, Integer> weights = new HashMap<>();
        add(weights, NAME, name, nameZh);
        add(weights, CATEGORY, category, categoryZh, topCategory, topCategoryZh);
        add(weights, DESCRIPTION, description, descriptionZh);
        return weights;
    }

    private static void add(Map<String, Integer> weights, int weight, String... texts) {
        for (String text : texts) {
            if (text != null) {
                Terms.of(text).forEach(term -> weights.merge(term, weight, Integer::sum));
            }
        }
    }
}
