package org.gomall.web.merchant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gomall.api.product.SkuView;

/** Specs as a merchant types them: what the SKUs differ in stands once, above the values of every SKU. */
final class SpecColumns {

    /** As many may be named before there is any. */
    private static final int AT_FIRST = 2;

    private static final int MOST = 5;

    private SpecColumns() {}

    /** What these SKUs differ in, in the order in which they name it. */
    static List<String> names(List<SkuView> skus) {
        Set<String> names = new LinkedHashSet<>();
        skus.forEach(sku -> names.addAll(sku.specs().keySet()));
        return List.copyOf(names);
    }

    /**
     * The names with room for a few of them as long as there is none.
     *
     * @param more whether there shall be room for another one in any case, as long as there may be more
     */
    static List<String> withRoom(List<String> names, boolean more) {
        int used = names.size();
        while (used > 0 && names.get(used - 1).isBlank()) {
            used--;
        }
        int wanted = Math.max(used == 0 ? AT_FIRST : used, more ? used + 1 : used);
        return wide(names, Math.max(names.size(), Math.min(MOST, wanted)));
    }

    /** The texts, and empty ones up to this number. */
    static List<String> wide(List<String> texts, int width) {
        List<String> wide = new ArrayList<>(texts);
        while (wide.size() < width) {
            wide.add("");
        }
        return wide;
    }

    /** The specs of one SKU, without those it leaves empty; null when a value has no name or a name has two values. */
    static Map<String, String> specs(List<String> names, List<String> values) {
        Map<String, String> specs = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isBlank()) {
                continue;
            }
            if (names.get(i).isBlank()
                    || specs.put(names.get(i).strip(), values.get(i).strip()) != null) {
                return null;
            }
        }
        return specs;
    }
}
