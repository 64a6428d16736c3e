package org.gomall.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
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
import org.gomall.web.ready.Ready;
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
            HttpServletRequest request,
            HttpServletResponse response) {
        ProductSearch search = new ProductSearch(
                "/products", keyword, categoryId, null, minPrice, maxPrice, inStock, sortNamed(sort), page);
        List<CategoryView> tree = categories();
        model.addAttribute("tree", tree);
        model.addAttribute("branch", branchOf(tree, categoryId));
        model.addAttribute("category", categoryOf(tree, categoryId));
        Object found = find(search, model, response);
        Ready.offer(request, Ready.all(found, tree), () -> Ready.all(found(search), catalogue.categories()));
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
        ProductSearch search =
                new ProductSearch("/shops/" + shopId, keyword, null, shopId, null, null, false, sortNamed(sort), page);
        find(search, model, response);
        return "shop";
    }

    @GetMapping("/products/{productId}")
    String product(
            @PathVariable long productId,
            @RequestParam(required = false) Long sku,
            @RequestParam(defaultValue = "1") int image,
            Model model,
            HttpServletRequest request) {
        ProductDetail product = catalogue.product(productId);
        ProductQuery others = bestSellers(product.shop().shopId());
        Page<ProductSummary> best = searchOrNull(others);
        model.addAttribute("product", product);
        model.addAttribute("outdatedSince", catalogue.outdatedSince(productId).orElse(null));
        model.addAttribute("choice", ProductChoice.of(product, sku));
        model.addAttribute("image", Math.max(1, Math.min(image, product.images().size())));
        model.addAttribute("maxQuantity", OrderLimits.MAX_QUANTITY);
        model.addAttribute("others", suggestions(best, Set.of(productId)));
        Ready.offer(
                request,
                Ready.all(product, best, categories()),
                () -> Ready.all(upToDate(productId), catalogue.search(others), catalogue.categories()));
        return "product";
    }

    /** Fills the page. Returns what it is filled with, or null when something of that is missing. */
    private Object find(ProductSearch search, Model model, HttpServletResponse response) {
        model.addAttribute("search", search);
        try {
            Page<ProductSummary> results = catalogue.search(search.query());
            model.addAttribute("results", results);
            model.addAttribute(
                    "outdatedSince", catalogue.outdatedSince(search.query()).orElse(null));
            if (results.total() >= SHORT) {
                return results;
            }
            Set<Long> found =
                    results.items().stream().map(ProductSummary::productId).collect(Collectors.toSet());
            Page<ProductSummary> best = searchOrNull(bestSellers(null));
            model.addAttribute("suggestions", suggestions(best, found));
            return Ready.all(results, best);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            model.addAttribute("results", NOTHING);
            return null;
        }
    }

    /** What {@link #find} would fill the page with now; null for what is outdated, and says so. */
    private Object found(ProductSearch search) throws BusinessException {
        Page<ProductSummary> results = catalogue.search(search.query());
        if (catalogue.outdatedSince(search.query()).isPresent()) {
            return null;
        }
        return results.total() >= SHORT ? results : Ready.all(results, catalogue.search(bestSellers(null)));
    }

    /** Null for a product that is outdated, and says so. */
    private ProductDetail upToDate(long productId) throws BusinessException {
        ProductDetail product = catalogue.product(productId);
        return catalogue.outdatedSince(productId).isPresent() ? null : product;
    }

    /** In one shop or, with null, in all. */
    private static ProductQuery bestSellers(Long shopId) {
        return ProductQuery.shelf(shopId, ProductSort.SALES, LOOKED_THROUGH);
    }

    private Page<ProductSummary> searchOrNull(ProductQuery query) {
        try {
            return catalogue.search(query);
        } catch (BusinessException e) {
            return null;
        }
    }

    /**
     * A few things that sell; none while they cannot be had: no page depends on them.
     *
     * @param best null while it cannot be had
     * @param but products that are on the page already
     */
    private static List<ProductSummary> suggestions(Page<ProductSummary> best, Set<Long> but) {
        return best == null
                ? List.of()
                : best.items().stream()
                        .filter(product -> !but.contains(product.productId()))
                        .limit(SUGGESTIONS)
                        .toList();
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
