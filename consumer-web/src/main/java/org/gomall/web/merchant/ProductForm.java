package org.gomall.web.merchant;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.ProductDraft;
import org.gomall.api.product.SkuDraft;
import org.gomall.web.page.Amounts;

/**
 * A product as it is typed. Rows of SKUs are sent as columns of equal length; an empty row is no SKU.
 *
 * @param images those that stay, the one for lists first
 * @param specNames what its SKUs differ in; a SKU's own value may be empty, and so may a name that nobody uses
 */
public record ProductForm(
        String name,
        String nameZh,
        String description,
        String descriptionZh,
        String categoryId,
        List<String> images,
        List<String> specNames,
        List<Row> rows) {

    private static final int EMPTY_ROWS = 3;
    private static final Pattern FIELD_OF_SKU = Pattern.compile("skus\\[(\\d+)]\\.(\\w+)");

    /** One SKU as it is typed; {@code stock} only for a new one. */
    public record Row(String skuId, List<String> specs, String price, String stock, boolean drop) {

        /** Whether nothing was typed. */
        public boolean isEmpty() {
            return skuId.isEmpty() && specs.stream().allMatch(String::isBlank) && price.isBlank() && stock.isBlank();
        }

        private Row wide(int width) {
            return new Row(skuId, SpecColumns.wide(specs, width), price, stock, drop);
        }
    }

    /** A form for a new product. */
    static ProductForm blank() {
        return new ProductForm("", "", "", "", "", List.of(), List.of(), List.of()).withRoom(false);
    }

    /** A form for a product that exists. */
    static ProductForm of(ListingView product) {
        List<String> names = SpecColumns.names(product.skus());
        List<Row> rows = product.skus().stream()
                .map(sku -> new Row(
                        Long.toString(sku.skuId()),
                        names.stream()
                                .map(name -> sku.specs().getOrDefault(name, ""))
                                .toList(),
                        BigDecimal.valueOf(sku.priceCents(), 2).toPlainString(),
                        "",
                        false))
                .toList();
        return new ProductForm(
                        product.name(),
                        product.nameZh(),
                        product.description(),
                        product.descriptionZh(),
                        Long.toString(product.categoryId()),
                        product.images(),
                        names,
                        rows)
                .withRoom(false);
    }

    /** What was sent. */
    static ProductForm of(HttpServletRequest request) {
        List<String> names = column(request, "specName");
        List<String> ids = column(request, "skuId");
        List<String> specs = column(request, "skuSpec");
        List<String> prices = column(request, "skuPrice");
        List<String> stocks = column(request, "skuStock");
        if (specs.size() != ids.size() * names.size() || prices.size() != ids.size() || stocks.size() != ids.size()) {
            throw new BusinessException(ErrorCode.MALFORMED);
        }
        Set<String> dropped = Set.copyOf(column(request, "skuDrop"));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ids.size() && i < 2 * ProductDraft.MOST_SKUS; i++) {
            String id = ids.get(i);
            rows.add(new Row(
                    id,
                    specs.subList(i * names.size(), (i + 1) * names.size()),
                    prices.get(i),
                    stocks.get(i),
                    !id.isEmpty() && dropped.contains(id)));
        }
        return new ProductForm(
                text(request, "name"),
                text(request, "nameZh"),
                text(request, "description"),
                text(request, "descriptionZh"),
                text(request, "categoryId"),
                images(request),
                names,
                rows);
    }

    /**
     * The same with room for another SKU, or for several where there is none yet.
     *
     * @param another whether there shall be room for several in any case, and for another thing in which they differ
     */
    ProductForm withRoom(boolean another) {
        List<String> names = SpecColumns.withRoom(specNames, another);
        List<Row> more = new ArrayList<>(rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> row.wide(names.size()))
                .toList());
        int empty = another || more.isEmpty() ? EMPTY_ROWS : 1;
        for (int i = 0; i < empty && more.size() < ProductDraft.MOST_SKUS; i++) {
            more.add(new Row("", List.of(), "", "", false).wide(names.size()));
        }
        return new ProductForm(name, nameZh, description, descriptionZh, categoryId, images, names, more);
    }

    /** The same with one more picture. */
    ProductForm withImage(String url) {
        List<String> more = new ArrayList<>(images);
        more.add(url);
        return new ProductForm(name, nameZh, description, descriptionZh, categoryId, more, specNames, rows);
    }

    /** How it would look to buyers. */
    public ProductPreview preview() {
        return ProductPreview.of(this);
    }

    /**
     * What the merchant wants.
     *
     * @throws BusinessException VALIDATION; SKUs are named by the number of their row, {@code skus[0]} is the first one
     */
    ProductDraft draft() {
        List<Integer> rowOfSku = new ArrayList<>();
        List<SkuDraft> skus = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!row.isEmpty() && !row.drop()) {
                rowOfSku.add(i);
                skus.add(sku(row));
            }
        }
        ProductDraft draft =
                new ProductDraft(name, nameZh, description, descriptionZh, number(categoryId), images, skus);
        try {
            draft.check();
        } catch (BusinessException e) {
            throw byRows(e, rowOfSku);
        }
        return draft;
    }

    private SkuDraft sku(Row row) {
        return new SkuDraft(
                row.skuId().isEmpty() ? null : number(row.skuId()),
                SpecColumns.specs(specNames, row.specs()),
                Amounts.cents(row.price()),
                pieces(row.stock()));
    }

    private static BusinessException byRows(BusinessException e, List<Integer> rowOfSku) {
        Map<String, Object> fields = new LinkedHashMap<>();
        e.details().forEach((field, message) -> {
            Matcher sku = FIELD_OF_SKU.matcher(field);
            fields.put(
                    sku.matches()
                            ? "skus[" + rowOfSku.get(Integer.parseInt(sku.group(1))) + "]." + sku.group(2)
                            : field,
                    message);
        });
        return new BusinessException(e.error(), e.getMessage(), fields);
    }

    /** Null when there is none; -1, which no check lets pass, when it is no number. */
    private static Integer pieces(String text) {
        if (text.isBlank()) {
            return null;
        }
        return text.strip().matches("\\d{1,9}") ? Integer.valueOf(text.strip()) : Integer.valueOf(-1);
    }

    private static Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static List<String> images(HttpServletRequest request) {
        List<String> images = new ArrayList<>(column(request, "images"));
        String cover = text(request, "cover");
        if (images.remove(cover)) {
            images.add(0, cover);
        }
        return images;
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static List<String> column(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }
}
