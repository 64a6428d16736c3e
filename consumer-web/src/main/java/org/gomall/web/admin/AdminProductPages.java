package org.gomall.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.ProductStatus;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.page.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Products that wait to be looked at, with a preview and a decision. */
@Controller
class AdminProductPages {

    private static final String LIST = "/admin/products";
    private static final int SIZE = 20;
    private static final List<ProductStatus> TABS =
            List.of(ProductStatus.PENDING, ProductStatus.APPROVED, ProductStatus.REJECTED, ProductStatus.UNLISTED);

    private final ProductDecider products;
    private final CatalogueReader catalogue;

    AdminProductPages(ProductDecider products, CatalogueReader catalogue) {
        this.products = products;
        this.catalogue = catalogue;
    }

    @GetMapping(LIST)
    String list(
            @RequestParam(defaultValue = "PENDING") String status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        ProductStatus tab = Tab.named(ProductStatus.class, status);
        ListingQuery query = new ListingQuery(null, tab, page, SIZE);
        query.check();
        Page<ListingSummary> found = products.list(query);
        model.addAttribute("products", found);
        model.addAttribute(
                "shops",
                catalogue.shops(
                        found.items().stream().map(ListingSummary::shopId).toList()));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", TABS);
        return "admin/products";
    }

    @GetMapping(LIST + "/{productId}")
    String preview(@PathVariable long productId, Model model) {
        return page(productId, "", model);
    }

    @PostMapping(LIST + "/{productId}/approve")
    String approve(
            @PathVariable long productId,
            ActingUser actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            products.approve(actor, productId);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(productId, "", model);
        }
        Flash.say(request, response, "product.approved");
        return Redirects.to(LIST);
    }

    @PostMapping(LIST + "/{productId}/reject")
    String reject(
            @PathVariable long productId,
            @RequestParam(defaultValue = "") String reason,
            ActingUser actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            products.reject(actor, productId, reason);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(productId, reason, model);
        }
        Flash.say(request, response, "product.rejected");
        return Redirects.to(LIST);
    }

    private String page(long productId, String reason, Model model) {
        ListingView product = products.get(productId);
        model.addAttribute("product", product);
        model.addAttribute("shop", catalogue.shops(List.of(product.shopId())).get(product.shopId()));
        model.addAttribute("reason", reason);
        return "admin/product";
    }
}
