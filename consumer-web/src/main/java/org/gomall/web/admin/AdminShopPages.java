package org.gomall.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.user.ShopQuery;
import org.gomall.api.user.ShopStatus;
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

/** Shops that wait for a decision, and all others. */
@Controller
class AdminShopPages {

    private static final String LIST = "/admin/shops";
    private static final int SIZE = 20;
    private static final List<ShopStatus> TABS =
            List.of(ShopStatus.PENDING, ShopStatus.APPROVED, ShopStatus.REJECTED, ShopStatus.SUSPENDED);

    private final ShopDecider shops;

    AdminShopPages(ShopDecider shops) {
        this.shops = shops;
    }

    @GetMapping(LIST)
    String list(
            @RequestParam(defaultValue = "PENDING") String status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return page(status, page, model);
    }

    @PostMapping(LIST + "/{shopId}/approve")
    String approve(
            @PathVariable long shopId,
            ActingUser actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            shops.approve(actor, shopId);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(ShopStatus.PENDING.name(), 1, model);
        }
        Flash.say(request, response, "shop.approved");
        return Redirects.to(LIST);
    }

    @PostMapping(LIST + "/{shopId}/reject")
    String reject(
            @PathVariable long shopId,
            @RequestParam(defaultValue = "") String reason,
            ActingUser actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            shops.reject(actor, shopId, reason);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            model.addAttribute("rejected", shopId);
            model.addAttribute("reason", reason);
            return page(ShopStatus.PENDING.name(), 1, model);
        }
        Flash.say(request, response, "shop.rejected");
        return Redirects.to(LIST);
    }

    private String page(String status, int page, Model model) {
        ShopStatus tab = Tab.named(ShopStatus.class, status);
        ShopQuery query = new ShopQuery(tab, page, SIZE);
        query.check();
        model.addAttribute("shops", shops.list(query));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", TABS);
        return "admin/shops";
    }
}
