package org.gomall.web.merchant;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gomall.web.merchant.ProductForm.Row;
import org.gomall.web.page.Amounts;

/**
 * A product as buyers would see it, made from a form as far as it can be read.
 *
 * @param minCents lowest price in fen, or null without any
 * @param maxCents highest price in fen, or null without any
 * @param choices the values that a buyer can choose from, by what they are called
 */
public record ProductPreview(Long minCents, Long maxCents, Map<String, Set<String>> choices) {

    static ProductPreview of(ProductForm form) {
        List<Row> rows = form.rows().stream()
                .filter(row -> !row.isEmpty() && !row.drop())
                .toList();
        List<Long> prices = rows.stream()
                .map(row -> Amounts.cents(row.price()))
                .filter(Objects::nonNull)
                .toList();
        Map<String, Set<String>> choices = new LinkedHashMap<>();
        for (Row row : rows) {
            Map<String, String> specs = SpecColumns.specs(form.specNames(), row.specs());
            if (specs != null) {
                specs.forEach((name, value) -> choices.computeIfAbsent(name, first -> new LinkedHashSet<>())
                        .add(value));
            }
        }
        return new ProductPreview(
                prices.stream().min(Long::compare).orElse(null),
                prices.stream().max(Long::compare).orElse(null),
                choices);
    }
}
