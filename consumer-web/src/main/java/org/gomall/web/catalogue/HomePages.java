package org.gomall.web.catalogue;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.api.product.ProductSummary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: categories, what is new, what sells best. */
@Controller
class HomePages {

    private static final int SHELF = 10;
    private static final int IN_HERO = 3;

    private final CatalogueReader catalogue;

    HomePages(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String home(Model model) {
        List<ProductSummary> best = shelf(ProductSort.SALES);
        model.addAttribute("best", best);
        model.addAttribute("newest", shelf(ProductSort.NEWEST));
        model.addAttribute("hero", best.subList(0, Math.min(IN_HERO, best.size())));
        return "home";
    }

    /** Each shelf may be missing; the rest of the page still sells. */
    private List<ProductSummary> shelf(ProductSort sort) {
        try {
            return catalogue
                    .search(new ProductQuery(null, null, null, null, null, true, sort, 1, SHELF))
                    .items();
        } catch (BusinessException e) {
            return List.of();
        }
    }
}
