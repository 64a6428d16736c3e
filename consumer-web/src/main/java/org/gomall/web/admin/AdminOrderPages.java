package org.gomall.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.order.AdminOrderQuery;
import org.gomall.api.order.AdminOrderView;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserView;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.page.Tab;
import org.gomall.web.security.UserFinder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Orders of everybody: search, detail, and the question before one is cancelled. */
@Controller
class AdminOrderPages {

    private static final String LIST = "/admin/orders";
    private static final int SIZE = 20;

    private final OrderCare orders;
    private final UserDirectoryService users;
    private final UserFinder finder;
    private final CatalogueReader catalogue;

    AdminOrderPages(OrderCare orders, UserDirectoryService users, UserFinder finder, CatalogueReader catalogue) {
        this.orders = orders;
        this.users = users;
        this.finder = finder;
        this.catalogue = catalogue;
    }

    /** What to look for, as it is typed; blank means all. Days are those of UTC. */
    record Filter(String status, String orderId, String user, String shopId, String from, String to, Integer page) {

        AdminOrderQuery query(UserView whose) {
            AdminOrderQuery query = new AdminOrderQuery(
                    tab(),
                    Typed.number(orderId, "orderId"),
                    whose == null ? null : whose.userId(),
                    Typed.number(shopId, "shopId"),
                    Typed.day(from, "from", 0),
                    Typed.day(to, "to", 1),
                    page == null ? 1 : page,
                    SIZE);
            query.check();
            return query;
        }

        OrderStatus tab() {
            return Tab.named(OrderStatus.class, status);
        }

        /** Whether anything but the tab narrows the list. */
        public boolean isNarrow() {
            return !narrowing().isEmpty();
        }

        /** The address of this list in another tab, without its page number. */
        public String in(String status) {
            return LIST + "?" + Typed.pair("status", status) + narrowing();
        }

        /** The address of this list without its page number. */
        public String url() {
            return in(status) + "page=";
        }

        private String narrowing() {
            return Typed.pair("orderId", orderId)
                    + Typed.pair("user", user)
                    + Typed.pair("shopId", shopId)
                    + Typed.pair("from", from)
                    + Typed.pair("to", to);
        }
    }

    @GetMapping(LIST)
    String list(ActingUser admin, @ModelAttribute("filter") Filter filter, Model model, HttpServletResponse response) {
        Page<AdminOrderView> found = new Page<>(List.of(), 1, SIZE, 0);
        try {
            found = orders.list(filter.query(finder.find(admin, filter.user(), "user")));
        } catch (BusinessException e) {
            Problem.show(e, model, response);
        }
        model.addAttribute("orders", found);
        model.addAttribute(
                "shops",
                catalogue.shops(
                        found.items().stream().map(AdminOrderView::shopId).toList()));
        model.addAttribute("tab", filter.tab());
        model.addAttribute("tabs", OrderStatus.values());
        return "admin/orders";
    }

    @GetMapping(LIST + "/{orderId}")
    String detail(ActingUser admin, @PathVariable long orderId, Model model) {
        AdminOrderView order = orders.get(orderId);
        model.addAttribute("order", order);
        model.addAttribute("shop", catalogue.shops(List.of(order.shopId())).get(order.shopId()));
        model.addAttribute("payments", orMissing(() -> orders.payments(order)));
        model.addAttribute("customer", orMissing(() -> users.get(admin, order.userId())));
        return "admin/order";
    }

    @GetMapping(LIST + "/{orderId}/cancel")
    String askBeforeCancelling(@PathVariable long orderId, Model model) {
        return ask(orderId, "", model);
    }

    @PostMapping(LIST + "/{orderId}/cancel")
    String cancel(
            ActingUser admin,
            @PathVariable long orderId,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            orders.cancel(admin, orderId, reason);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return ask(orderId, reason, model);
        }
        Flash.say(request, response, "order.cancelled");
        return Redirects.to(LIST + "/" + orderId);
    }

    private String ask(long orderId, String reason, Model model) {
        model.addAttribute("order", orders.get(orderId));
        model.addAttribute("reason", reason);
        return "admin/order-cancel";
    }

    /** The order is shown without what cannot be had at the moment. */
    private static <T> T orMissing(Supplier<T> part) {
        try {
            return part.get();
        } catch (BusinessException e) {
            return null;
        }
    }
}
