package org.gomall.web.merchant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.CancelUnpaidCommand;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.ShipCommand;
import org.gomall.api.user.ShopView;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.page.Tab;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The orders of the merchant's own shop: list, detail, hand to a carrier. */
@Controller
class MerchantOrderPages {

    private static final String LIST = "/merchant/orders";
    private static final int SIZE = 20;
    private static final List<OrderStatus> TABS = List.of(
            OrderStatus.PAID,
            OrderStatus.SHIPPED,
            OrderStatus.RECEIVED,
            OrderStatus.COMPLETED,
            OrderStatus.REFUNDING,
            OrderStatus.REFUNDED,
            OrderStatus.CREATED,
            OrderStatus.CANCELLED);

    private final MerchantOrderService orders;
    private final OwnShop shops;

    MerchantOrderPages(MerchantOrderService orders, OwnShop shops) {
        this.orders = orders;
        this.shops = shops;
    }

    @GetMapping(LIST)
    String list(
            CurrentUser user,
            @RequestParam(required = false) String status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        OrderStatus tab = Tab.named(OrderStatus.class, status);
        ShopView shop = shops.of(user.userId());
        OrderQuery query = new OrderQuery(shop.shopId(), tab, page, SIZE);
        query.check();
        model.addAttribute("shop", shop);
        model.addAttribute("orders", orders.list(query));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", TABS);
        return "merchant/orders";
    }

    @GetMapping(LIST + "/{orderId}")
    String detail(CurrentUser user, @PathVariable long orderId, Model model) {
        return page(shops.of(user.userId()), orderId, null, null, model);
    }

    @PostMapping(LIST + "/{orderId}/ship")
    String ship(
            CurrentUser user,
            ActingUser actor,
            @PathVariable long orderId,
            @RequestParam(defaultValue = "") String carrier,
            @RequestParam(defaultValue = "") String trackingNo,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ShopView shop = shops.of(user.userId());
        try {
            ShipCommand command = new ShipCommand(shop.shopId(), orderId, carrier.strip(), trackingNo.strip(), actor);
            command.check();
            orders.ship(command);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(shop, orderId, carrier, trackingNo, model);
        }
        Flash.say(request, response, "order.shipped");
        return Redirects.to(LIST + "/" + orderId);
    }

    @GetMapping(LIST + "/{orderId}/cancel")
    String askBeforeCancelling(CurrentUser user, @PathVariable long orderId, Model model) {
        model.addAttribute("order", orders.get(shops.of(user.userId()).shopId(), orderId));
        return "merchant/order-cancel";
    }

    @PostMapping(LIST + "/{orderId}/cancel")
    String cancel(
            CurrentUser user,
            ActingUser actor,
            @PathVariable long orderId,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        long shopId = shops.of(user.userId()).shopId();
        try {
            orders.cancel(new CancelUnpaidCommand(shopId, orderId, actor));
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return askBeforeCancelling(user, orderId, model);
        }
        Flash.say(request, response, "order.cancelled");
        return Redirects.to(LIST + "/" + orderId);
    }

    private String page(ShopView shop, long orderId, String carrier, String trackingNo, Model model) {
        model.addAttribute("shop", shop);
        model.addAttribute("order", orders.get(shop.shopId(), orderId));
        model.addAttribute("carrier", carrier);
        model.addAttribute("trackingNo", trackingNo);
        return "merchant/order";
    }
}
