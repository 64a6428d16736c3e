package org.gomall.web.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a visitor can choose on a product page: for every spec (colour, size …) its values, each leading to the SKU that
 * differs from the chosen one in that value.
 *
 * @param chosen the SKU that is shown and bought
 */
public record ProductChoice(ProductDetail.Sku chosen, List<Option> options) {

    /** A spec and its values. */
    public record Option(String name, List<Value> values) {}

    /**
     * A value of a spec.
     *
     * @param skuId where choosing it leads
     * @param soldOut whether that one is known to be sold out
     */
    public record Value(String text, long skuId, boolean chosen, boolean soldOut) {}

    /** The choice with the wanted SKU, else with the first that is in stock, else with the first. */
    static ProductChoice of(ProductDetail product, Long wanted) {
        List<ProductDetail.Sku> skus = product.skus();
        if (skus.isEmpty()) {
            return new ProductChoice(null, List.of());
        }
        ProductDetail.Sku chosen = skus.stream()
                .filter(sku -> Objects.equals(sku.skuId(), wanted))
                .findFirst()
                .or(() -> skus.stream().filter(sku -> !isSoldOut(sku)).findFirst())
                .orElse(skus.get(0));
        List<Option> options = new ArrayList<>();
        for (String name : chosen.specs().keySet()) {
            options.add(new Option(name, values(name, chosen, skus)));
        }
        return new ProductChoice(chosen, options);
    }

    private static List<Value> values(String name, ProductDetail.Sku chosen, List<ProductDetail.Sku> skus) {
        Set<String> texts = new LinkedHashSet<>();
        skus.forEach(sku -> texts.add(sku.specs().getOrDefault(name, "")));
        List<Value> values = new ArrayList<>();
        for (String text : texts) {
            if (!text.isEmpty()) {
                ProductDetail.Sku target = target(name, text, chosen, skus);
                values.add(new Value(
                        text, target.skuId(), text.equals(chosen.specs().get(name)), isSoldOut(target)));
            }
        }
        return values;
    }

    private static ProductDetail.Sku target(
            String name, String text, ProductDetail.Sku chosen, List<ProductDetail.Sku> skus) {
        Map<String, String> wanted = new LinkedHashMap<>(chosen.specs());
        wanted.put(name, text);
        return skus.stream()
                .filter(sku -> sku.specs().equals(wanted))
                .findFirst()
                .orElseGet(() -> skus.stream()
                        .filter(sku -> text.equals(sku.specs().get(name)))
                        .findFirst()
                        .orElse(chosen));
    }

    private static boolean isSoldOut(ProductDetail.Sku sku) {
        return sku.available() != null && sku.available() <= 0;
    }
}
