package org.gomall.web.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.order.OrderLimits;
import org.gomall.api.product.CategoryView;
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
            @RequestParam(required = false) String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        ShopView shop = catalogue.shop(shopId);
        model.addAttribute("shop", shop);
        find(
                new ProductSearch("/shops/" + shopId, null, null, shopId, null, null, false, sortNamed(sort), page),
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
        return "product";
    }

    private void find(ProductSearch search, Model model, HttpServletResponse response) {
        model.addAttribute("search", search);
        try {
            model.addAttribute("results", catalogue.search(search.query()));
            model.addAttribute(
                    "outdatedSince", catalogue.outdatedSince(search.query()).orElse(null));
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            model.addAttribute("results", NOTHING);
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
