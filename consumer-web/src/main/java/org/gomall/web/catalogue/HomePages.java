package org.gomall.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.api.product.ProductSummary;
import org.gomall.web.envelope.Failure;
import org.gomall.web.ready.Ready;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: what is new and large, what sells best, the departments. */
@Controller
class HomePages {

    /** Enough of each list to fill the page when the two have much in common. */
    private static final int LOOKED_THROUGH = 40;

    /** What a shelf that is missing for no known time asks for. */
    private static final long PATIENCE_SECONDS = 5;

    private final CatalogueReader catalogue;

    HomePages(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String home(Model model, HttpServletRequest request) {
        Shelf selling = shelf(ProductSort.SALES);
        Shelf arrived = shelf(ProductSort.NEWEST);
        List<CategoryView> tree = categories();
        FrontPage page = FrontPage.of(selling.products(), arrived.products(), tree);
        model.addAttribute("hero", page.hero());
        model.addAttribute("best", new Shelf(page.best(), selling.busySeconds()));
        model.addAttribute("aisles", page.aisles());
        model.addAttribute("newest", new Shelf(page.newest(), arrived.busySeconds()));
        boolean whole = selling.busySeconds() == null && arrived.busySeconds() == null;
        Ready.offer(
                request,
                whole ? Ready.all(selling.products(), arrived.products(), tree) : null,
                () -> Ready.all(products(ProductSort.SALES), products(ProductSort.NEWEST), catalogue.categories()));
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
            return new Shelf(products(sort), null);
        } catch (BusinessException e) {
            Long seconds = Failure.of(e).retryAfterSeconds();
            return new Shelf(List.of(), seconds == null ? PATIENCE_SECONDS : seconds);
        }
    }

    private List<ProductSummary> products(ProductSort sort) throws BusinessException {
        return catalogue.search(ProductQuery.shelf(null, sort, LOOKED_THROUGH)).items();
    }

    private List<CategoryView> categories() {
        try {
            return catalogue.categories();
        } catch (BusinessException e) {
            return List.of();
        }
    }
}
