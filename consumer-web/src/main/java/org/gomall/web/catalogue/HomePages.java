package org.gomall.web.catalogue;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.api.product.ProductSummary;
import org.gomall.web.envelope.Failure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: categories, what is new, what sells best. */
@Controller
class HomePages {

    private static final int SHELF = 10;
    private static final int IN_HERO = 3;

    /** What a shelf that is missing for no known time asks for. */
    private static final long PATIENCE_SECONDS = 5;

    private final CatalogueReader catalogue;

    HomePages(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String home(Model model) {
        Shelf best = shelf(ProductSort.SALES);
        model.addAttribute("best", best);
        model.addAttribute("newest", shelf(ProductSort.NEWEST));
        model.addAttribute(
                "hero",
                best.products().subList(0, Math.min(IN_HERO, best.products().size())));
        return "home";
    }

    /**
     * Some products.
     *
     * @param busySeconds when to try again, because they cannot be had now, or null
     */
    record Shelf(List<ProductSummary> products, Long busySeconds) {

        /** Whether nothing is for sale. */
        public boolean isEmpty() {
            return products.isEmpty() && busySeconds == null;
        }
    }

    /** Each shelf may be missing; the rest of the page still sells. */
    private Shelf shelf(ProductSort sort) {
        try {
            ProductQuery query = new ProductQuery(null, null, null, null, null, true, sort, 1, SHELF);
            return new Shelf(catalogue.search(query).items(), null);
        } catch (BusinessException e) {
            Long seconds = Failure.of(e).retryAfterSeconds();
            return new Shelf(List.of(), seconds == null ? PATIENCE_SECONDS : seconds);
        }
    }
}
