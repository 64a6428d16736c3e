package org.gomall.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.gomall.slice.Accounts;
import org.gomall.slice.Browser;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SliceTest
class CsrfTest {

    private static final String ALICE = "{\"account\":\"alice\",\"password\":\"" + Accounts.PASSWORD + "\"}";

    @LocalServerPort
    private int port;

    @Test
    void refuses_a_form_without_the_token_of_its_session() {
        Browser alice = Browser.at(port).keepingCookies();
        alice.post("/api/auth/login", ALICE);
        String token = alice.get("/account/probe").body();

        assertThat(alice.form("/account/probe", "a=b").status()).isEqualTo(403);
        assertThat(alice.form("/account/probe", "_csrf=wrong").status()).isEqualTo(403);
        assertThat(alice.form("/account/probe", "_csrf=").status()).isEqualTo(403);
        assertThat(alice.form("/account/probe", "_csrf=" + token).body()).isEqualTo("changed");
        assertThat(alice.header("X-CSRF-Token", token)
                        .form("/account/probe", "a=b")
                        .body())
                .isEqualTo("changed");
    }

    @Test
    void takes_no_token_of_another_session_or_guest() {
        Browser alice = Browser.at(port).keepingCookies();
        alice.post("/api/auth/login", ALICE);
        Browser other = Browser.at(port).keepingCookies();
        String guests = other.get("/cart/probe").body();
        other.post("/api/auth/login", ALICE);
        String others = other.get("/account/probe").body();

        assertThat(alice.form("/account/probe", "_csrf=" + others).status()).isEqualTo(403);
        assertThat(alice.form("/account/probe", "_csrf=" + guests).status()).isEqualTo(403);
    }

    @Test
    void binds_the_forms_of_guests_to_a_cookie_of_theirs() {
        Browser guest = Browser.at(port).keepingCookies();
        String token = guest.get("/cart/probe").body();

        assertThat(guest.cookie("gomall-csrf")).isNotNull().isNotEqualTo(token);
        assertThat(guest.form("/cart/probe", "_csrf=" + token).body()).isEqualTo("changed");
        assertThat(guest.form("/cart/probe", "").status()).isEqualTo(403);
        assertThat(Browser.at(port).form("/cart/probe", "_csrf=" + token).status())
                .as("without the cookie")
                .isEqualTo(403);
    }

    @Test
    void asks_the_api_too_when_only_a_cookie_vouches() {
        Browser alice = Browser.at(port).keepingCookies();
        alice.post("/api/auth/login", ALICE);
        String token = alice.get("/account/probe").body();

        assertThat(alice.delete("/api/addresses/1").code()).isEqualTo(40302);
        assertThat(alice.delete("/api/cart").code()).isEqualTo(40302);
        assertThat(alice.post("/api/addresses", "{}").code()).isEqualTo(40302);
        assertThat(alice.header("X-CSRF-Token", token)
                        .delete("/api/addresses/1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void needs_none_with_a_bearer_token() {
        assertThat(Browser.at(port).loggedIn("alice").delete("/api/addresses/1").status())
                .isEqualTo(200);
    }

    @Test
    void changes_with_login_and_logout() {
        Browser browser = Browser.at(port).keepingCookies();
        String before = browser.get("/cart/probe").body();
        browser.post("/api/auth/login", ALICE);
        String during = browser.get("/cart/probe").body();
        browser.header("X-CSRF-Token", during).send("POST", "/api/auth/logout", null, null);
        browser.header("X-CSRF-Token", null);
        String after = browser.get("/cart/probe").body();

        assertThat(before).isNotEqualTo(during);
        assertThat(during).isNotEqualTo(after);
        assertThat(browser.cookie("gomall-token")).isNull();
        assertThat(browser.form("/cart/probe", "_csrf=" + during).status()).isEqualTo(403);
    }
}
