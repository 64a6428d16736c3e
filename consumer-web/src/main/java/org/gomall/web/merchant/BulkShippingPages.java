package org.gomall.web.merchant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.user.ShopView;
import org.gomall.web.merchant.BulkShipping.Outcome;
import org.gomall.web.merchant.BulkShipping.Parcel;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A round of parcels: one carrier, a tracking number beside every order that goes with it. */
@Controller
class BulkShippingPages {

    private static final String PATH = "/merchant/orders/ship";
    private static final int SIZE = 50;

    private final MerchantOrderService orders;
    private final BulkShipping shipping;
    private final OwnShop shops;

    BulkShippingPages(MerchantOrderService orders, BulkShipping shipping, OwnShop shops) {
        this.orders = orders;
        this.shipping = shipping;
        this.shops = shops;
    }

    @GetMapping(PATH)
    String ask(CurrentUser user, @RequestParam(defaultValue = "1") int page, Model model) {
        return page(shops.of(user.userId()), page, "", Map.of(), model);
    }

    @PostMapping(PATH)
    String ship(
            CurrentUser user,
            ActingUser actor,
            @RequestParam(defaultValue = "") String carrier,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ShopView shop = shops.of(user.userId());
        Map<Long, String> numbers = numbers(request);
        List<Outcome> outcomes;
        try {
            outcomes = shipping.ship(shop.shopId(), parcels(carrier.strip(), numbers), actor);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(shop, 1, carrier, numbers, model);
        }
        if (outcomes.stream().allMatch(Outcome::ok)) {
            Flash.say(request, response, "orders.shipped", outcomes.size());
            return Redirects.to(PATH);
        }
        model.addAttribute("outcomes", outcomes);
        return page(shop, 1, carrier, numbers, model);
    }

    private String page(ShopView shop, int page, String carrier, Map<Long, String> numbers, Model model) {
        OrderQuery query = new OrderQuery(shop.shopId(), OrderStatus.PAID, page, SIZE);
        query.check();
        model.addAttribute("shop", shop);
        model.addAttribute("orders", orders.list(query));
        model.addAttribute("carrier", carrier);
        model.addAttribute("numbers", numbers);
        return "merchant/ship";
    }

    /**
     * The orders that have a tracking number beside them. Straight from the request, because Spring would split a single
     * value at its commas.
     */
    private static Map<Long, String> numbers(HttpServletRequest request) {
        String[] orderIds = request.getParameterValues("orderId");
        String[] trackingNos = request.getParameterValues("trackingNo");
        Map<Long, String> numbers = new LinkedHashMap<>();
        if (orderIds == null || trackingNos == null || orderIds.length != trackingNos.length) {
            return numbers;
        }
        for (int i = 0; i < orderIds.length; i++) {
            if (orderIds[i].matches("\\d{1,18}") && !trackingNos[i].isBlank()) {
                numbers.put(Long.valueOf(orderIds[i]), trackingNos[i].strip());
            }
        }
        return numbers;
    }

    private static List<Parcel> parcels(String carrier, Map<Long, String> numbers) {
        List<Parcel> parcels = new ArrayList<>();
        numbers.forEach((orderId, trackingNo) -> parcels.add(new Parcel(orderId, carrier, trackingNo)));
        return parcels;
    }
}
