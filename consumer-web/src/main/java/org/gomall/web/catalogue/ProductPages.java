package org.gomall.web.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.order.OrderLimits;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.api.product.ProductSummary;
import org.gomall.api.user.ShopView;
import org.gomall.web.page.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding products: category and search results, a shop's shelf, and one product. */
@Controller
class ProductPages {

    private static final Page<ProductSummary> NOTHING = new Page<>(List.of(), 1, ProductSearch.SIZE, 0);

    /** Below a result that is shorter the page suggests other things. */
    private static final int SHORT = 6;

    private static final int SUGGESTIONS = 5;
    private static final int LOOKED_THROUGH = 10;

    private final CatalogueReader catalogue;

    ProductPages(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/products")
    String products(
            @RequestParam(required = false) String keyword,
            @RequestParam(required = false) Long categoryId,
            @RequestParam(required = false) String minPrice,
            @RequestParam(required = false) String maxPrice,
            @RequestParam(defaultValue = "false") boolean inStock,
            @RequestParam(required = false) String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        ProductSearch search = new ProductSearch(
                "/products", keyword, categoryId, null, minPrice, maxPrice, inStock, sortNamed(sort), page);
        List<CategoryView> tree = categories();
        model.addAttribute("tree", tree);
        model.addAttribute("branch", branchOf(tree, categoryId));
        model.addAttribute("category", categoryOf(tree, categoryId));
        find(search, model, response);
        return "products";
    }

    @GetMapping("/shops/{shopId}")
    String shop(
            @PathVariable long shopId,
            @RequestParam(required = false) String keyword,
            @RequestParam(required = false) String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        ShopView shop = catalogue.shop(shopId);
        model.addAttribute("shop", shop);
        find(
                new ProductSearch("/shops/" + shopId, keyword, null, shopId, null, null, false, sortNamed(sort), page),
                model,
                response);
        return "shop";
    }

    @GetMapping("/products/{productId}")
    String product(
            @PathVariable long productId,
            @RequestParam(required = false) Long sku,
            @RequestParam(defaultValue = "1") int image,
            Model model) {
        ProductDetail product = catalogue.product(productId);
        model.addAttribute("product", product);
        model.addAttribute("outdatedSince", catalogue.outdatedSince(productId).orElse(null));
        model.addAttribute("choice", ProductChoice.of(product, sku));
        model.addAttribute("image", Math.max(1, Math.min(image, product.images().size())));
        model.addAttribute("maxQuantity", OrderLimits.MAX_QUANTITY);
        model.addAttribute("others", suggestions(product.shop().shopId(), Set.of(productId)));
        return "product";
    }

    private void find(ProductSearch search, Model model, HttpServletResponse response) {
        model.addAttribute("search", search);
        try {
            Page<ProductSummary> results = catalogue.search(search.query());
            model.addAttribute("results", results);
            model.addAttribute(
                    "outdatedSince", catalogue.outdatedSince(search.query()).orElse(null));
            if (results.total() < SHORT) {
                Set<Long> found =
                        results.items().stream().map(ProductSummary::productId).collect(Collectors.toSet());
                model.addAttribute("suggestions", suggestions(null, found));
            }
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            model.addAttribute("results", NOTHING);
        }
    }

    /**
     * What sells best, in one shop or, with null, in all; empty while it cannot be had: no page depends on it.
     *
     * @param but products that are on the page already
     */
    private List<ProductSummary> suggestions(Long shopId, Set<Long> but) {
        try {
            ProductQuery query =
                    new ProductQuery(null, null, shopId, null, null, true, ProductSort.SALES, 1, LOOKED_THROUGH);
            return catalogue.search(query).items().stream()
                    .filter(product -> !but.contains(product.productId()))
                    .limit(SUGGESTIONS)
                    .toList();
        } catch (BusinessException e) {
            return List.of();
        }
    }

    private List<CategoryView> categories() {
        try {
            return catalogue.categories();
        } catch (BusinessException e) {
            return List.of();
        }
    }

    /** The top category that this one belongs to. */
    private static CategoryView branchOf(List<CategoryView> tree, Long categoryId) {
        return tree.stream()
                .filter(top -> categoryOf(List.of(top), categoryId) != null)
                .findFirst()
                .orElse(null);
    }

    private static CategoryView categoryOf(List<CategoryView> tree, Long categoryId) {
        for (CategoryView category : tree) {
            if (categoryId != null && category.categoryId() == categoryId) {
                return category;
            }
            CategoryView below = categoryOf(category.children(), categoryId);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private static ProductSort sortNamed(String text) {
        return Arrays.stream(ProductSort.values())
                .filter(sort -> sort.text().equals(text))
                .findFirst()
                .orElse(null);
    }
}
