package org.gomall.api.product;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * A product as the merchant wants it.
 *
 * @param nameZh null or blank: the name stands in; likewise descriptionZh
 * @param images addresses of own uploads or of drawn pictures, the first one stands for the product; none: one is drawn
 * @param skus all variants; one that the product has and that is missing here is withdrawn
 */
public record ProductDraft(
        String name,
        String nameZh,
        String description,
        String descriptionZh,
        Long categoryId,
        List<String> images,
        List<SkuDraft> skus)
        implements Checked, Serializable {

    /** Most variants of a product. */
    public static final int MOST_SKUS = 50;

    /** Most pictures of a product. */
    public static final int MOST_IMAGES = 9;

    /** Highest price in fen. */
    public static final long MOST_CENTS = 1_000_000_000;

    private static final int MOST_PIECES = 1_000_000;
    private static final int MOST_SPECS = 5;
    private static final int SPEC_LENGTH = 40;
    private static final int IMAGE_LENGTH = 300;

    @Override
    public void check() {
        Check fields = Check.fields()
                .text(name, 200, "name")
                .optionalText(nameZh, 200, "nameZh")
                .text(description, 5000, "description")
                .optionalText(descriptionZh, 5000, "descriptionZh")
                .id(categoryId, "categoryId")
                .size(images, 0, MOST_IMAGES, "images")
                .that(images == null || Set.copyOf(nonNull(images)).size() == images.size(), "images", "must differ")
                .size(skus, 1, MOST_SKUS, "skus");
        nonNull(images).forEach(image -> fields.text(image, IMAGE_LENGTH, "images"));
        Set<Map<String, String>> seen = new HashSet<>();
        Set<Long> known = new HashSet<>();
        List<SkuDraft> drafts = skus == null ? List.of() : skus;
        for (int i = 0; i < drafts.size(); i++) {
            SkuDraft sku = drafts.get(i);
            if (sku != null) {
                check(fields, sku, "skus[" + i + "].", seen, known);
            }
        }
        fields.orRefuse();
    }

    private static void check(Check fields, SkuDraft sku, String at, Set<Map<String, String>> seen, Set<Long> known) {
        fields.that(sku.skuId() == null || sku.skuId() > 0, at + "skuId", "must be a valid id")
                .that(sku.skuId() == null || known.add(sku.skuId()), at + "skuId", "must be named once")
                .that(sku.specs() != null && sku.specs().size() <= MOST_SPECS, at + "specs", "must be at most 5 pairs")
                .that(
                        sku.specs() == null || seen.add(sku.specs()),
                        at + "specs",
                        "must differ from those of other SKUs")
                .range(sku.priceCents(), 1, MOST_CENTS, at + "priceCents")
                .that(
                        sku.stock() == null || sku.stock() >= 0 && sku.stock() <= MOST_PIECES,
                        at + "stock",
                        "must be between 0 and " + MOST_PIECES);
        if (sku.specs() != null) {
            sku.specs().forEach((name, value) -> fields.text(name, SPEC_LENGTH, at + "specs")
                    .text(value, SPEC_LENGTH, at + "specs"));
        }
    }

    private static List<String> nonNull(List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(text -> text != null).toList();
    }
}
