package org.gomall.order.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.groups.Tuple;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartLineView;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CartView;
import org.gomall.api.order.OrderLimits;
import org.gomall.api.order.SetCartLineCommand;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderTest
class CartTest {

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
    void shows_todays_prices_and_stock() {
        CartOwner owner = CartOwner.user(shop.user());
        long mug = shop.sku(7, 1200, 5);
        long lamp = shop.sku(8, 9900, 0);
        carts.add(owner, new CartLineCommand(mug, 2));
        carts.add(owner, new CartLineCommand(mug, 1));
        CartView cart = carts.add(owner, new CartLineCommand(lamp, 1));

        assertThat(cart.items())
                .extracting(CartLineView::skuId, CartLineView::quantity, CartLineView::available, CartLineView::shopId)
                .containsExactly(Tuple.tuple(lamp, 1, 0, 8L), Tuple.tuple(mug, 3, 5, 7L));
        assertThat(cart.totalCents()).isEqualTo(3 * 1200 + 9900);
        assertThat(cart.count()).isEqualTo(4);
    }

    @Test
    void only_selected_and_valid_lines_count() {
        CartOwner owner = CartOwner.user(shop.user());
        long kept = shop.sku(7, 100, 5);
        long unselected = shop.sku(7, 1000, 5);
        long withdrawn = shop.sku(7, 10000, 5);
        for (long sku : List.of(kept, unselected, withdrawn)) {
            carts.add(owner, new CartLineCommand(sku, 1));
        }
        carts.set(owner, new SetCartLineCommand(unselected, null, false));
        shop.catalogue.withdraw(withdrawn);

        CartView cart = carts.set(owner, new SetCartLineCommand(kept, 4, null));

        assertThat(cart.totalCents()).isEqualTo(400);
        assertThat(cart.count()).isEqualTo(6);
        assertThat(cart.items())
                .filteredOn(line -> !line.valid())
                .extracting(CartLineView::skuId)
                .containsExactly(withdrawn);
    }

    @Test
    void a_sku_the_catalogue_has_forgotten_stays_as_an_invalid_line() {
        long user = shop.user();
        long unknown = shop.number();
        shop.sql("INSERT INTO cart_line VALUES ('u:%d', %d, 2, TRUE, UTC_TIMESTAMP(6), NULL)".formatted(user, unknown));
        shop.pieces(unknown, 0);

        assertThat(carts.view(CartOwner.user(user)).items()).singleElement().satisfies(line -> {
            assertThat(line.valid()).isFalse();
            assertThat(line.priceCents()).isZero();
        });
    }

    @Test
    void works_while_stock_is_away() {
        CartOwner owner = CartOwner.user(shop.user());
        long sku = shop.sku(7, 100, 5);
        shop.stock.fault(ErrorCode.UNAVAILABLE);

        CartView cart = carts.add(owner, new CartLineCommand(sku, 2));

        assertThat(cart.totalCents()).isEqualTo(200);
        assertThat(cart.items()).singleElement().satisfies(line -> assertThat(line.available())
                .isNull());
    }

    @Test
    void refuses_what_is_not_for_sale_too_many_pieces_and_too_many_lines() {
        long user = shop.user();
        CartOwner owner = CartOwner.user(user);
        long sku = shop.sku(7, 100, 5);
        Shop.refused(ErrorCode.NOT_FOUND, () -> carts.add(owner, new CartLineCommand(shop.number(), 1)));
        carts.add(owner, new CartLineCommand(sku, 999));
        Shop.refused(ErrorCode.VALIDATION, () -> carts.add(owner, new CartLineCommand(sku, 1)));
        for (int i = 1; i < OrderLimits.MAX_LINES; i++) {
            shop.sql("INSERT INTO cart_line VALUES ('u:%d', %d, 1, TRUE, UTC_TIMESTAMP(6), NULL)".formatted(user, i));
        }
        long oneMore = shop.sku(7, 100, 5);
        Shop.refused(ErrorCode.CONFLICT, () -> carts.add(owner, new CartLineCommand(oneMore, 1)));
        assertThat(shop.count("SELECT COUNT(*) FROM cart_line WHERE owner = 'u:" + user + "'"))
                .isEqualTo(100);
    }

    @Test
    void a_line_that_is_not_there_can_be_removed_but_not_set() {
        CartOwner owner = CartOwner.user(shop.user());
        long sku = shop.sku(7, 100, 5);
        Shop.refused(ErrorCode.NOT_FOUND, () -> carts.set(owner, new SetCartLineCommand(sku, 2, true)));
        carts.add(owner, new CartLineCommand(sku, 2));

        assertThat(carts.remove(owner, sku).items()).isEmpty();
        assertThat(carts.remove(owner, sku).items()).isEmpty();
        carts.add(owner, new CartLineCommand(sku, 2));
        assertThat(carts.clear(owner)).isEqualTo(new CartView(List.of(), 0, 0));
    }

    @Test
    void carts_of_others_are_not_touched() {
        long user = shop.user();
        CartOwner owner = CartOwner.user(user);
        CartOwner stranger = CartOwner.user(shop.user());
        CartOwner guest = CartOwner.guest("guest-with-a-long-token-" + user);
        long sku = shop.sku(7, 100, 5);
        carts.add(owner, new CartLineCommand(sku, 2));

        assertThat(carts.view(stranger).items()).isEmpty();
        assertThat(carts.view(guest).items()).isEmpty();
        Shop.refused(ErrorCode.NOT_FOUND, () -> carts.set(stranger, new SetCartLineCommand(sku, 9, null)));
        carts.remove(stranger, sku);
        carts.clear(guest);
        assertThat(carts.view(owner).count()).isEqualTo(2);
    }

    @Test
    void pieces_added_at_the_same_moment_all_arrive() {
        CartOwner owner = CartOwner.user(shop.user());
        long sku = shop.sku(7, 100, 5);
        Callable<Object> add = () -> carts.add(owner, new CartLineCommand(sku, 1));

        assertThat(Shop.together(Collections.nCopies(20, add))).allMatch(CartView.class::isInstance);
        assertThat(carts.view(owner).count()).isEqualTo(20);
    }

    @Test
    void a_guests_cart_is_merged_once_however_often_it_is_asked_for() {
        long user = shop.user();
        CartOwner owner = CartOwner.user(user);
        String token = "guest-with-a-long-token-" + user;
        long both = shop.sku(7, 100, 5);
        long guestOnly = shop.sku(7, 100, 5);
        carts.add(owner, new CartLineCommand(both, 998));
        carts.add(CartOwner.guest(token), new CartLineCommand(both, 3));
        carts.add(CartOwner.guest(token), new CartLineCommand(guestOnly, 2));
        Callable<Object> merge = () -> carts.merge(token, user);

        assertThat(Shop.together(Collections.nCopies(8, merge))).allMatch(CartView.class::isInstance);

        assertThat(carts.view(owner).items())
                .extracting(CartLineView::skuId, CartLineView::quantity)
                .containsExactlyInAnyOrder(Tuple.tuple(both, 999), Tuple.tuple(guestOnly, 2));
        assertThat(carts.view(CartOwner.guest(token)).items()).isEmpty();
        assertThat(shop.count(
                        "SELECT COUNT(*) FROM cart_line WHERE owner = 'u:%d' AND expires_at IS NULL".formatted(user)))
                .isEqualTo(2);
    }

    @Test
    void merging_keeps_to_the_number_of_lines_and_to_the_users_own() {
        long user = shop.user();
        String token = "guest-with-a-long-token-" + user;
        for (int i = 1; i <= 99; i++) {
            shop.sql("INSERT INTO cart_line VALUES ('u:%d', %d, 1, TRUE, UTC_TIMESTAMP(6), NULL)".formatted(user, i));
        }
        for (int i = 98; i <= 103; i++) {
            shop.sql(
                    "INSERT INTO cart_line VALUES ('g:%s', %d, 5, TRUE, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 1 DAY)"
                            .formatted(token, i));
        }
        shop.stock.fault(ErrorCode.UNAVAILABLE);

        CartView merged = carts.merge(token, user);

        assertThat(merged.items()).hasSize(100);
        assertThat(merged.count()).isEqualTo(99 + 2 * 5 + 5);
    }

    @Test
    void lines_of_guests_end_after_thirty_days_and_those_of_users_never() {
        long user = shop.user();
        String token = "guest-with-a-long-token-" + user;
        long sku = shop.sku(7, 100, 5);
        carts.add(CartOwner.guest(token), new CartLineCommand(sku, 2));
        assertThat(shop.count(
                        "SELECT TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(6), expires_at) FROM cart_line WHERE owner = 'g:"
                                + token + "'"))
                .isEqualTo(30 * 24 - 1);
        shop.sql("UPDATE cart_line SET expires_at = UTC_TIMESTAMP(6) WHERE owner = 'g:" + token + "'");

        assertThat(carts.view(CartOwner.guest(token)).items()).isEmpty();
        Shop.refused(
                ErrorCode.NOT_FOUND, () -> carts.set(CartOwner.guest(token), new SetCartLineCommand(sku, 3, null)));
        shop.await(() -> shop.count("SELECT COUNT(*) FROM cart_line WHERE owner = 'g:" + token + "'") == 0);
    }
}
