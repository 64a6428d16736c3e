package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.gomall.api.order.CartOwner;
import org.gomall.api.payment.AddCardCommand;
import org.gomall.slice.Browser.Answer;
import org.junit.jupiter.api.Test;

/** What is chosen at the checkout to pay with is what the payment begins with; what has changed in stock is taken or left. */
class CheckoutMethodsTest extends PagesTest {

    private static final String LAMP = "/checkout?sku=1000024&quantity=1&addressId=5001";

    @Test
    void the_chosen_card_is_in_every_address_shown_in_the_review_and_chosen_on_the_page_that_takes_the_money() {
        logIn();
        long older = card("4242424242424242");
        long newer = card("4000000000000002");
        String payment = browser.get(LAMP + "&step=payment").body();
        assertThat(payment)
                .containsPattern("id=\"method-wallet\"[^>]*checked")
                .contains("Balance ¥100,000.00", "id=\"method-card-" + newer + "\"", "value=\"new\"")
                .doesNotContain("wallet is ¥");

        String review = browser.get(LAMP + "&step=review&method=card-" + older).body();
        assertThat(review)
                .contains("Visa ending in 4242", "name=\"method\" value=\"card-" + older + "\"")
                .contains("method=card-" + older + "&amp;step=payment");
        assertThat(browser.get(LAMP + "&step=address&method=card-" + older).body())
                .contains("name=\"method\" value=\"card-" + older + "\"");

        Answer placed = place(review, "sku=1000024&quantity=1&addressId=5001&method=card-" + older, 26_900);
        assertThat(placed.header("Location")).endsWith("&method=card-" + older);
        assertThat(browser.get(path(placed)).body()).containsPattern("id=\"method-card-" + older + "\"[^>]*checked");
    }

    @Test
    void a_choice_that_is_not_there_is_replaced_by_the_wallet() {
        logIn();
        for (String nonsense : new String[] {"card-4711", "card", "gold", ""}) {
            assertThat(browser.get(LAMP + "&step=payment&method=" + nonsense).body())
                    .as(nonsense)
                    .containsPattern("id=\"method-wallet\"[^>]*checked");
        }
    }

    @Test
    void a_new_card_is_added_on_the_way_and_then_chosen() {
        logIn();
        Answer toCard = browser.get(LAMP + "&step=review&method=new");
        assertThat(toCard.status()).isEqualTo(302);
        String form = browser.get(path(toCard)).body();
        String back = "/checkout?sku=1000024&quantity=1&addressId=5001&method=card&step=review";
        assertThat(form).contains("name=\"next\" value=\"" + back.replace("&", "&amp;") + "\"");
        long card = card("4242424242424242");
        assertThat(browser.get(back).body()).contains("name=\"method\" value=\"card-" + card + "\"");

        Answer asked = browser.form(
                "/pay", "orderIds=" + placedOrder().orderId() + "&method=new&key=k&_csrf=" + csrf("/cart"));
        assertThat(path(asked)).startsWith("/account/cards/new?next=%2Fpay%3ForderIds%3D");
        assertThat(path(asked)).endsWith("%26method%3Dcard");
    }

    @Test
    void a_wallet_that_is_too_empty_is_warned_of_and_no_choice_where_it_is_paid_at_once() {
        logIn();
        String dear = "/checkout?sku=1000074&quantity=20&addressId=5001";
        mall.catalogue.stock.put(1_000_074L, 50);
        String payment = browser.get(dear + "&step=payment").body();
        assertThat(payment).contains("Your wallet is ¥", ">Top up<").doesNotContain("disabled");

        String review = browser.get(dear + "&step=review&method=wallet").body();
        assertThat(review).contains("Your wallet is ¥");
        long total = Long.parseLong(find(Pattern.compile("name=\"expectedTotalCents\" value=\"(\\d+)\""), review));
        Answer placed = place(review, "sku=1000074&quantity=20&addressId=5001&method=wallet", total);
        assertThat(browser.get(path(placed)).body())
                .containsPattern("id=\"method-wallet\"[^>]*disabled")
                .containsPattern("id=\"method-new\"[^>]*checked");
        long card = card("4242424242424242");
        assertThat(browser.get(path(placed)).body()).containsPattern("id=\"method-card-" + card + "\"[^>]*checked");
    }

    @Test
    void what_is_left_is_taken_with_one_button() {
        logIn();
        String review = browser.get("/checkout?sku=1000024&quantity=5&addressId=5001&step=review")
                .body();
        mall.catalogue.stock.put(1_000_024L, 2);
        Answer refused = place(review, "sku=1000024&quantity=5&addressId=5001&note=ring+twice", 134_500);
        String page = refused.body().isEmpty() || refused.status() == 302
                ? browser.get("/checkout?sku=1000024&quantity=5&addressId=5001&step=review")
                        .body()
                : refused.body();
        assertThat(page).contains("value=\"1000024:2\"", "Take the 2 that are left");

        Answer taken = browser.form(
                "/checkout",
                "left=1000024:2&sku=1000024&quantity=5&addressId=5001&note=ring+twice&method=wallet&_csrf="
                        + find(CSRF, page));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body())
                .contains("Place order for ¥538.00", "name=\"quantity\" value=\"2\"", "ring twice")
                .doesNotContain("that are left");
    }

    @Test
    void a_line_of_the_cart_is_cut_to_what_is_left_or_left_out() {
        logIn();
        addToCart(1_000_024, 5);
        addToCart(1_000_034, 1);
        mall.catalogue.stock.put(1_000_024L, 1);
        mall.catalogue.stock.put(1_000_034L, 0);
        String page = browser.get("/checkout?addressId=5001&step=review").body();
        assertThat(page).contains("Take the last one", "Leave it out");

        browser.form("/checkout", "left=1000024:1&addressId=5001&_csrf=" + find(CSRF, page));
        Answer left = browser.form("/checkout", "left=1000034:0&addressId=5001&_csrf=" + find(CSRF, page));

        assertThat(left.body()).contains("Place order for ¥269.00");
        assertThat(mall.carts.view(CartOwner.user(MemoryOrders.ALICE)).items())
                .as("what is left out stays in the cart")
                .hasSize(2);
        Answer nonsense = browser.form("/checkout", "left=all&addressId=5001&_csrf=" + find(CSRF, page));
        assertThat(nonsense.status()).isEqualTo(400);
    }

    private long card(String number) {
        return mall.cards
                .add(new AddCardCommand(MemoryOrders.ALICE, number, 12, 2030, "123", "Alice Wang"))
                .cardId();
    }
}
