package org.gomall.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CheckoutCommand;
import org.gomall.api.order.CheckoutProblem;
import org.gomall.api.order.CheckoutProblem.Kind;
import org.gomall.api.order.CheckoutService;
import org.gomall.api.order.CheckoutView;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.order.ShopQuote;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderTest
class CheckoutTest {

    @Autowired
    CheckoutService checkout;

    @Autowired
    OrderService orders;

    @Autowired
    CartService carts;

    @Autowired
    Shop shop;

    @AfterEach
    void everythingWorksAgain() {
        shop.stock.reset();
        shop.catalogue.away(false);
    }

    @Test
    void quotes_what_the_order_will_cost() {
        long user = shop.user();
        List<PurchaseLine> lines =
                List.of(new PurchaseLine(shop.sku(1, 1200, 5), 2), new PurchaseLine(shop.sku(2, 9900, 5), 1));
        shop.set("gomall.order.shipping-cents", "800");
        shop.set("gomall.order.free-shipping-from-cents", "9900");
        try {
            CheckoutView quote = checkout.quote(new CheckoutCommand(user, lines, false, user));

            assertThat(quote.problems()).isEmpty();
            assertThat(quote.shops()).extracting(ShopQuote::shippingCents).containsExactly(800L, 0L);
            assertThat(quote.totalCents()).isEqualTo(2400 + 800 + 9900);
            assertThat(orders.place(shop.buy(user, "k", lines)).value().totalCents())
                    .isEqualTo(quote.totalCents());
        } finally {
            shop.set("gomall.order.shipping-cents", "0");
            shop.set("gomall.order.free-shipping-from-cents", "0");
        }
    }

    @Test
    void names_every_problem_at_once() {
        long user = shop.user();
        long scarce = shop.sku(1, 1200, 1);
        long withdrawn = shop.sku(1, 1200, 9);
        long unknown = shop.number();
        shop.catalogue.withdraw(withdrawn);

        CheckoutView quote = checkout.quote(new CheckoutCommand(
                user,
                List.of(new PurchaseLine(scarce, 2), new PurchaseLine(withdrawn, 1), new PurchaseLine(unknown, 1)),
                false,
                null));

        assertThat(quote.problems())
                .containsExactlyInAnyOrder(
                        new CheckoutProblem(Kind.ADDRESS_MISSING, null, null),
                        new CheckoutProblem(Kind.OUT_OF_STOCK, scarce, 1),
                        new CheckoutProblem(Kind.NOT_FOR_SALE, withdrawn, null),
                        new CheckoutProblem(Kind.NOT_FOR_SALE, unknown, null));
        assertThat(quote.totalCents()).isEqualTo(2400);
    }

    @Test
    void quotes_the_selected_lines_of_the_cart() {
        long user = shop.user();
        CheckoutCommand command = new CheckoutCommand(user, null, true, user);
        assertThat(checkout.quote(command).problems())
                .containsExactly(new CheckoutProblem(Kind.NOTHING_SELECTED, null, null));
        carts.add(CartOwner.user(user), new CartLineCommand(shop.sku(1, 700, 5), 3));

        assertThat(checkout.quote(command).totalCents()).isEqualTo(2100);
    }

    @Test
    void quotes_while_stock_is_away_but_not_without_prices() {
        long user = shop.user();
        CheckoutCommand command =
                new CheckoutCommand(user, List.of(new PurchaseLine(shop.sku(1, 700, 0), 1)), false, user);
        shop.stock.fault(ErrorCode.UNAVAILABLE);
        assertThat(checkout.quote(command).problems()).isEmpty();
        shop.catalogue.away(true);
        Shop.refused(ErrorCode.UNAVAILABLE, () -> checkout.quote(command));
    }

    @Test
    void the_address_of_somebody_else_is_not_found() {
        long user = shop.user();
        List<PurchaseLine> lines = List.of(new PurchaseLine(shop.sku(1, 700, 5), 1));
        Shop.refused(ErrorCode.NOT_FOUND, () -> checkout.quote(new CheckoutCommand(user, lines, false, shop.user())));
    }
}
