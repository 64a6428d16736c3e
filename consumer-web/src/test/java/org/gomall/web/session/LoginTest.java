package org.gomall.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CartView;
import org.gomall.slice.Accounts;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SliceTest
class LoginTest {

    private static final String ALICE = "{\"account\":\"alice\",\"password\":\"" + Accounts.PASSWORD + "\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private CartService carts;

    @BeforeEach
    void empty_carts() {
        reset(carts);
        when(carts.view(any())).thenReturn(new CartView(List.of(), 0, 0));
        when(carts.add(any(), any())).thenReturn(new CartView(List.of(), 0, 1));
    }

    @Test
    void registers_and_logs_in_and_tells_who_it_is() {
        Browser guest = Browser.at(port);
        Answer registered = guest.post(
                "/api/auth/register",
                "{\"username\":\"carol-1\",\"email\":\"carol@gomall.example\",\"password\":\"long enough\"}");
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.data().propertyNames()).containsExactly("userId", "username");

        Answer login = guest.post("/api/auth/login", "{\"account\":\"carol-1\",\"password\":\"long enough\"}");
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.data().propertyNames()).containsExactly("token", "userId", "username", "roles");
        assertThat(login.header("Cache-Control")).isEqualTo("no-cache");

        Answer me = guest.bearer(login.data().get("token").stringValue()).get("/api/auth/me");
        assertThat(me.data().propertyNames())
                .containsExactlyInAnyOrder("userId", "username", "email", "roles", "permissions");
        assertThat(me.data().get("username").stringValue()).isEqualTo("carol-1");
        assertThat(me.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void refuses_a_wrong_password_and_a_malformed_registration() {
        Browser guest = Browser.at(port);
        assertThat(guest.post("/api/auth/login", "{\"account\":\"alice\",\"password\":\"wrong\"}")
                        .code())
                .isEqualTo(40101);
        Answer refused = guest.post("/api/auth/register", "{\"username\":\"x\",\"email\":\"x\",\"password\":\"x\"}");
        assertThat(refused.code()).isEqualTo(40001);
        assertThat(refused.data().propertyNames()).contains("username", "email", "password");
        assertThat(guest.post("/api/auth/register", "{\"username\":\"dave\",\"roles\":[\"ADMIN\"]}")
                        .data()
                        .has("roles"))
                .isTrue();
    }

    @Test
    void keeps_the_cookie_from_scripts_and_other_sites() {
        Answer login = Browser.at(port).post("/api/auth/login", ALICE);

        String cookie = login.setCookies().stream()
                .filter(c -> c.startsWith("gomall-token="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Secure");
        assertThat(cookie).contains(login.data().get("token").stringValue());
    }

    @Test
    void rotates_the_token_and_ends_the_session_that_was_there() {
        Browser browser = Browser.at(port).keepingCookies();
        browser.post("/api/auth/login", ALICE);
        String first = browser.cookie("gomall-token");
        browser.post("/api/auth/login", ALICE);

        assertThat(browser.cookie("gomall-token")).isNotEqualTo(first);
        assertThat(Browser.at(port).bearer(first).get("/api/auth/me").code()).isEqualTo(40100);
    }

    @Test
    void never_takes_over_a_token_that_was_planted() {
        String planted = "A".repeat(43);
        Browser browser = Browser.at(port).keepingCookies().cookie("gomall-token", planted);
        browser.post("/api/auth/login", ALICE);

        assertThat(browser.cookie("gomall-token")).isNotEqualTo(planted);
        assertThat(Browser.at(port).bearer(planted).get("/api/auth/me").code()).isEqualTo(40100);
    }

    @Test
    void ends_every_other_session_with_the_password() {
        Browser guest = Browser.at(port);
        guest.post(
                "/api/auth/register",
                "{\"username\":\"erin\",\"email\":\"erin@gomall.example\",\"password\":\"" + Accounts.PASSWORD + "\"}");
        String here = guest.token("erin");
        String there = guest.token("erin");
        String bystander = guest.token("alice");

        Answer wrong = Browser.at(port)
                .bearer(here)
                .put("/api/auth/password", "{\"oldPassword\":\"wrong one\",\"newPassword\":\"another one\"}");
        assertThat(wrong.code()).isEqualTo(40101);
        Answer changed = Browser.at(port)
                .bearer(here)
                .put(
                        "/api/auth/password",
                        "{\"oldPassword\":\"" + Accounts.PASSWORD + "\",\"newPassword\":\"another one\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(Browser.at(port).bearer(here).get("/api/auth/me").status()).isEqualTo(200);
        assertThat(Browser.at(port).bearer(there).get("/api/auth/me").code()).isEqualTo(40100);
        assertThat(Browser.at(port).bearer(bystander).get("/api/auth/me").status())
                .isEqualTo(200);
    }

    @Test
    void gives_a_guest_a_cart_of_their_own_and_merges_it_at_the_login() {
        Browser guest = Browser.at(port).keepingCookies();
        assertThat(guest.get("/api/cart").setCookies())
                .as("looking makes no cart")
                .noneMatch(cookie -> cookie.startsWith("gomall-cart="));
        guest.post("/api/cart/items", "{\"skuId\":\"1000011\",\"quantity\":1}");
        String token = guest.cookie("gomall-cart");
        assertThat(token).hasSize(43);
        guest.get("/api/cart");
        verify(carts).view(CartOwner.guest(token));

        guest.post("/api/auth/login", ALICE);

        verify(carts).merge(token, 1001);
        assertThat(guest.cookie("gomall-cart")).isNull();
    }

    @Test
    void takes_no_guest_token_that_somebody_could_guess() {
        Browser guest = Browser.at(port).cookie("gomall-cart", "1");
        guest.get("/api/cart");

        ArgumentCaptor<CartOwner> owner = ArgumentCaptor.forClass(CartOwner.class);
        verify(carts).view(owner.capture());
        assertThat(owner.getValue().guestToken()).hasSize(43);

        guest.post("/api/auth/login", ALICE);
        verify(carts, never()).merge(anyString(), anyLong());
    }

    @Test
    void logs_in_although_the_cart_cannot_be_merged() {
        when(carts.merge(anyString(), anyLong())).thenThrow(new BusinessException(ErrorCode.UNAVAILABLE));
        Browser guest = Browser.at(port).keepingCookies();
        guest.post("/api/cart/items", "{\"skuId\":\"1000011\",\"quantity\":1}");

        assertThat(guest.post("/api/auth/login", ALICE).status()).isEqualTo(200);
        assertThat(guest.cookie("gomall-cart")).as("kept for the next login").isNotNull();
    }

    @Test
    void uses_the_cart_of_whoever_is_logged_in() {
        Browser.at(port).loggedIn("alice").cookie("gomall-cart", "B".repeat(43)).get("/api/cart");

        verify(carts).view(eq(CartOwner.user(1001)));
    }
}
