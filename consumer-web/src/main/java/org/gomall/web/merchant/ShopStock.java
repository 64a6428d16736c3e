package org.gomall.web.merchant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gomall.api.common.Page;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.api.stock.StockLevel;
import org.gomall.api.stock.StockQueryService;
import org.springframework.stereotype.Component;

/** What a shop has: its SKUs as provider-product knows them, their figures as provider-stock does. */
@Component
class ShopStock {

    /** As many pieces, or fewer, are low. */
    static final int LOW = 5;

    /** So many SKUs, those of the newest products, are looked through; a larger shop searches by name. */
    static final int MOST = CatalogueService.MOST_OF_SHOP;

    private static final int LEVELS_AT_ONCE = 200;

    private final CatalogueService catalogue;
    private final StockQueryService stock;

    ShopStock(CatalogueService catalogue, StockQueryService stock) {
        this.catalogue = catalogue;
        this.stock = stock;
    }

    /** A SKU and how much of it there is; all figures are 0 while it never had a piece. */
    record Line(SkuSnapshot sku, StockLevel level) {

        /** Whether nothing is left to sell. */
        public boolean isOut() {
            return level.available() == 0;
        }

        /** Whether little is left to sell. */
        public boolean isLow() {
            return level.available() > 0 && level.available() <= LOW;
        }

        boolean isShort() {
            return level.available() <= LOW;
        }

        boolean matches(String words) {
            String text = String.join(
                            " ",
                            sku.productName(),
                            sku.productNameZh() == null ? "" : sku.productNameZh(),
                            String.join(" ", sku.specs().values()),
                            Long.toString(sku.skuId()))
                    .toLowerCase(Locale.ROOT);
            return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                    .allMatch(text::contains);
        }
    }

    /** How many SKUs that buyers could see are short. */
    record Shortage(long out, long low) {}

    /** One page of all SKUs, newest product first. */
    Page<Line> page(long shopId, int page, int size) {
        Page<SkuSnapshot> found = catalogue.skusOfShop(shopId, page, size);
        return new Page<>(lines(found.items()), found.page(), found.size(), found.total());
    }

    /**
     * One page of the SKUs that match.
     *
     * @param words part of a name, a spec or a number; blank for all
     * @param shortOnly only those of which little or nothing is left
     */
    Page<Line> page(long shopId, String words, boolean shortOnly, int page, int size) {
        List<Line> found = all(shopId).stream()
                .filter(line -> words.isBlank() || line.matches(words))
                .filter(line -> !shortOnly || line.isShort())
                .toList();
        int from = (int) Math.min(found.size(), (page - 1L) * size);
        return new Page<>(found.subList(from, Math.min(found.size(), from + size)), page, size, found.size());
    }

    /** What of the products on the shelf is sold out or will soon be. */
    Shortage shortage(long shopId) {
        List<Line> onShelf =
                all(shopId).stream().filter(line -> line.sku().purchasable()).toList();
        return new Shortage(
                onShelf.stream().filter(Line::isOut).count(),
                onShelf.stream().filter(Line::isLow).count());
    }

    private List<Line> all(long shopId) {
        return lines(catalogue.skusOfShop(shopId, 1, MOST).items());
    }

    private List<Line> lines(List<SkuSnapshot> skus) {
        Map<Long, StockLevel> levels = levels(skus).stream()
                .collect(Collectors.toMap(StockLevel::skuId, Function.identity(), (first, same) -> first));
        return skus.stream()
                .map(sku -> new Line(sku, levels.getOrDefault(sku.skuId(), new StockLevel(sku.skuId(), 0, 0, 0, 0))))
                .toList();
    }

    private List<StockLevel> levels(List<SkuSnapshot> skus) {
        List<StockLevel> levels = new ArrayList<>();
        for (int from = 0; from < skus.size(); from += LEVELS_AT_ONCE) {
            List<SkuSnapshot> some = skus.subList(from, Math.min(skus.size(), from + LEVELS_AT_ONCE));
            levels.addAll(stock.levels(some.stream().map(SkuSnapshot::skuId).toList()));
        }
        return levels;
    }
}
