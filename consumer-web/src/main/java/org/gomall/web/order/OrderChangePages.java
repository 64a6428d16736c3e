package org.gomall.web.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.UpdateOrderCommand;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.web.page.CartCount;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a shopper does with an order besides its steps: another address or note until it is shipped; buying it again. */
@Controller
class OrderChangePages {

    private final OrderService orders;
    private final AddressService addresses;
    private final BuyAgain buyAgain;
    private final CartCount count;

    OrderChangePages(OrderService orders, AddressService addresses, BuyAgain buyAgain, CartCount count) {
        this.orders = orders;
        this.addresses = addresses;
        this.buyAgain = buyAgain;
        this.count = count;
    }

    /** Whether address and note of an order can still be changed. */
    static boolean isOpen(OrderView order) {
        return order.status() == OrderStatus.CREATED || order.status() == OrderStatus.PAID;
    }

    @GetMapping("/orders/{orderId}/change")
    String ask(CurrentUser user, @PathVariable long orderId, Model model) {
        OrderView order = orders.get(user.userId(), orderId);
        return page(user, order, null, order.note(), model);
    }

    @PostMapping("/orders/{orderId}/change")
    String change(
            CurrentUser user,
            @PathVariable long orderId,
            @RequestParam(required = false) Long addressId,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            UpdateOrderCommand command = new UpdateOrderCommand(user.userId(), orderId, addressId, note);
            command.check();
            orders.update(command);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(user, orders.get(user.userId(), orderId), addressId, note, model);
        }
        Flash.say(request, response, "order.changed");
        return Redirects.to("/orders/" + orderId);
    }

    /** What could not be put into the cart is named by the order's page. */
    @PostMapping("/orders/{orderId}/again")
    String buyAgain(
            CurrentUser user, @PathVariable long orderId, HttpServletRequest request, HttpServletResponse response) {
        OrderView order = orders.get(user.userId(), orderId);
        CartOwner owner = CartOwner.user(user.userId());
        List<Long> missing = buyAgain.intoCart(owner, order);
        count.refresh(request, response, owner);
        if (missing.isEmpty()) {
            Flash.say(request, response, "order.again");
            return Redirects.to("/cart");
        }
        return Redirects.to("/orders/" + orderId + "?missing="
                + missing.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private String page(CurrentUser user, OrderView order, Long addressId, String note, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("open", isOpen(order));
        model.addAttribute("addresses", addresses(user));
        model.addAttribute("addressId", addressId);
        model.addAttribute("note", note);
        return "order-change";
    }

    /** Null while they cannot be asked: the note can be changed without. */
    private List<AddressView> addresses(CurrentUser user) {
        try {
            return addresses.list(user.userId());
        } catch (BusinessException e) {
            return null;
        }
    }
}
