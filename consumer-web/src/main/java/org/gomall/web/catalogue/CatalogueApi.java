package org.gomall.web.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.api.product.ProductSummary;
import org.gomall.api.user.ShopView;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.ready.Ready;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Browsing: categories, products, shops. Open to everybody. */
@RestController
@RequestMapping("/api")
@Tag(name = "Catalogue")
class CatalogueApi {

    private final CatalogueReader catalogue;

    CatalogueApi(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/categories")
    @Operation(summary = "The category tree")
    Envelope<List<CategoryView>> categories(HttpServletRequest request) {
        List<CategoryView> tree = catalogue.categories();
        Ready.offer(request, tree, catalogue::categories);
        return Envelope.ok(tree);
    }

    @GetMapping("/products")
    @Operation(summary = "Find products; sort is relevance, newest, priceAsc, priceDesc or sales")
    Envelope<Page<ProductSummary>> products(
            @RequestParam(required = false) String keyword,
            @RequestParam(required = false) Long categoryId,
            @RequestParam(required = false) Long shopId,
            @RequestParam(required = false) Long minPriceCents,
            @RequestParam(required = false) Long maxPriceCents,
            @RequestParam(required = false) Boolean inStock,
            @RequestParam(required = false) String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            HttpServletRequest request) {
        ProductQuery query = new ProductQuery(
                keyword == null || keyword.isBlank() ? null : keyword.strip(),
                categoryId,
                shopId,
                minPriceCents,
                maxPriceCents,
                inStock,
                sort(sort),
                page,
                size);
        Page<ProductSummary> found = catalogue.search(query);
        Ready.offer(request, found, () -> catalogue.search(query));
        return Envelope.ok(found);
    }

    @GetMapping("/products/{productId}")
    @Operation(summary = "One product with its variants and what is left of them")
    Envelope<ProductDetail> product(@PathVariable long productId, HttpServletRequest request) {
        ProductDetail product = catalogue.product(productId);
        Ready.offer(request, product, () -> catalogue.product(productId));
        return Envelope.ok(product);
    }

    @GetMapping("/shops/{shopId}")
    @Operation(summary = "One shop")
    Envelope<ShopView> shop(@PathVariable long shopId, HttpServletRequest request) {
        ShopView shop = catalogue.shop(shopId);
        Ready.offer(request, shop, () -> catalogue.shop(shopId));
        return Envelope.ok(shop);
    }

    private static ProductSort sort(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(ProductSort.values())
                .filter(sort -> sort.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new BusinessException(
                        ErrorCode.VALIDATION,
                        ErrorCode.VALIDATION.defaultMessage(),
                        Map.of("sort", "must be relevance, newest, priceAsc, priceDesc or sales")));
    }
}
