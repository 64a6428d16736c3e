package org.gomall.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.gomall.slice.Accounts;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.Documents;
import org.gomall.slice.MemorySessions;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SliceTest
class AccessTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Documents documents;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MemorySessions sessions;

    @AfterEach
    void put_back() {
        accounts.setAway(false);
        sessions.setAway(false);
        documents.publish(
                "GOMALL",
                "access-rules.json",
                documents.shipped("GOMALL", "access-rules.json").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/auth/me",
        "POST, /api/auth/logout",
        "PUT, /api/auth/password",
        "GET, /api/users/me",
        "GET, /api/addresses",
        "POST, /api/addresses",
        "DELETE, /api/addresses/1",
        "GET, /api/wallet",
        "GET, /api/wallet/entries",
        "POST, /api/wallet/topups",
        "POST, /api/checkout",
        "POST, /api/orders",
        "GET, /api/orders",
        "GET, /api/orders/1",
        "PUT, /api/orders/1",
        "POST, /api/orders/1/cancel",
        "POST, /api/orders/1/receive",
        "GET, /api/orders/1/events",
        "POST, /api/payments",
        "GET, /api/payments/1",
        "POST, /api/payments/1/cancel",
        "GET, /api/merchant/orders",
        "GET, /api/merchant/orders/1",
        "POST, /api/merchant/orders/1/ship"
    })
    void lets_no_guest_in(String method, String path) {
        Answer answer = Browser.at(port).raw(method, path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(40100);
        assertThat(answer.json().get("traceId").stringValue()).hasSize(32);
    }

    @Test
    void refuses_a_dead_or_made_up_token() {
        String token = Browser.at(port).token("alice");
        assertThat(Browser.at(port).bearer(token).get("/api/auth/me").status()).isEqualTo(200);
        assertThat(Browser.at(port)
                        .bearer(token)
                        .send("POST", "/api/auth/logout", null, null)
                        .status())
                .isEqualTo(200);

        assertThat(Browser.at(port).bearer(token).get("/api/auth/me").code()).isEqualTo(40100);
        assertThat(Browser.at(port).bearer("made-up").get("/api/auth/me").code())
                .isEqualTo(40100);
        assertThat(Browser.at(port).bearer(token).get("/api/cart").code())
                .as("whoever sends a token counts on it, also where guests are welcome")
                .isEqualTo(40100);
        assertThat(Browser.at(port)
                        .cookie("gomall-token", token)
                        .get("/api/auth/me")
                        .code())
                .isEqualTo(40100);
    }

    @Test
    void keeps_shoppers_out_of_what_merchants_do() {
        assertThat(Browser.at(port)
                        .loggedIn("alice")
                        .get("/api/merchant/orders")
                        .code())
                .isEqualTo(40300);
        assertThat(Browser.at(port).loggedIn("alice").get("/merchant/probe").status())
                .isEqualTo(403);
        assertThat(Browser.at(port).loggedIn("nova").get("/merchant/probe").body())
                .isEqualTo("merchant");
    }

    @Test
    void denies_a_path_that_no_rule_and_no_permission_names() {
        assertThat(Browser.at(port).get("/forgotten").status()).isEqualTo(302);
        assertThat(Browser.at(port).loggedIn("nova").get("/forgotten").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api//orders",
                "//api/orders",
                "/api/orders;x=1",
                "/api;x/orders",
                "/api/categories;/../orders",
                "/api/categories/../orders",
                "/api/categories/%2e%2e/orders",
                "/api/categories/%2E%2E/orders",
                "/api/categories%2f..%2forders",
                "/api/%2e/orders",
                "/api/./orders",
                "/api/orders/",
                "/api/orders/.",
                "/API/orders",
                "/api/Orders",
                "/api/orders%20",
                "/api/orders%00",
                "/api/orders%3bx",
                "/api/orders%252f1",
                "/api\\orders",
                "/api/orders%5c1",
                "/api/orders%0d%0aSet-Cookie:a=b",
                "/css/../api/orders",
                "/css/%2e%2e/api/orders",
                "/css/..;/api/orders",
                "/webjars/..%2fapi/orders",
                "/media//../api/orders",
                "/login/../api/orders",
                "/.//api/orders",
                "/api/orders.json",
                "/api/%6frders/",
            })
    void is_not_tricked_by_paths(String path) {
        Answer answer = Browser.at(port).raw("GET", path);

        assertThat(answer.status()).as(answer.body()).isIn(302, 400, 401, 404);
        assertThat(answer.setCookies()).noneMatch(cookie -> cookie.startsWith("a="));
        assertThat(answer.body()).doesNotContain("Tomcat").doesNotContain("Exception");
        assertThat(Browser.at(port)
                        .loggedIn("alice")
                        .raw("GET", path.replace("orders", "merchant/orders"))
                        .status())
                .isIn(302, 400, 403, 404);
    }

    @Test
    void decides_about_the_decoded_path() {
        assertThat(Browser.at(port).raw("GET", "/api/%6frders").code()).isEqualTo(40100);
        assertThat(Browser.at(port)
                        .loggedIn("alice")
                        .raw("GET", "/api/%6derchant/orders")
                        .code())
                .isEqualTo(40300);
    }

    @Test
    void has_no_way_to_name_another_method() {
        Browser alice = Browser.at(port).loggedIn("alice");
        assertThat(alice.header("X-HTTP-Method-Override", "DELETE")
                        .post("/api/addresses/1", "{}")
                        .code())
                .isEqualTo(40500);
        assertThat(alice.post("/api/addresses/1?_method=DELETE", "{}").code()).isEqualTo(40500);
        assertThat(Browser.at(port).raw("TRACE", "/api/categories").status()).isIn(405, 401, 404, 501);
        assertThat(Browser.at(port).raw("FOO", "/api/orders").status()).isIn(400, 401, 403, 405, 501);
    }

    @Test
    void leads_a_guest_to_the_login_and_back() {
        Answer answer = Browser.at(port).get("/account/probe?tab=2&x=%2F");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/login?next=%2Faccount%2Fprobe%3Ftab%3D2%26x%3D%252F");

        Answer htmx = Browser.at(port).header("HX-Request", "true").get("/account/probe");
        assertThat(htmx.status()).isEqualTo(401);
        assertThat(htmx.header("HX-Redirect")).isEqualTo("/login?next=%2Faccount%2Fprobe");
    }

    @Test
    void takes_new_rules_at_once_and_keeps_the_last_good_ones() {
        assertThat(Browser.at(port).get("/forgotten").status()).isEqualTo(302);

        documents.publish("GOMALL", "access-rules.json", "{\"version\":2,\"whitelist\":[\"GET:/forgotten\"]}");
        assertThat(Browser.at(port).get("/forgotten").status()).isEqualTo(200);
        assertThat(Browser.at(port).get("/api/categories").code()).isEqualTo(40100);

        documents.publish("GOMALL", "access-rules.json", "{\"whitelist\":[\"anything\"]}");
        documents.publish("GOMALL", "access-rules.json", "{");
        documents.publish("GOMALL", "access-rules.json", "{\"version\":3}");
        assertThat(Browser.at(port).get("/forgotten").status()).isEqualTo(200);
    }

    @Test
    void keeps_known_users_in_while_provider_user_is_away() {
        Browser guest = Browser.at(port);
        guest.post(
                "/api/auth/register",
                "{\"username\":\"frank\",\"email\":\"frank@gomall.example\",\"password\":\"" + Accounts.PASSWORD
                        + "\"}");
        Browser seenBefore = Browser.at(port).loggedIn("alice");
        Browser notSeenYet = Browser.at(port).loggedIn("frank");
        assertThat(seenBefore.get("/account/probe").status()).isEqualTo(200);
        accounts.setAway(true);

        assertThat(seenBefore.get("/account/probe").status()).isEqualTo(200);
        assertThat(notSeenYet.get("/account/probe").status())
                .as("the account as it was at the login")
                .isEqualTo(200);
    }

    @Test
    void shows_a_page_with_the_number_to_quote_for_what_does_not_exist_or_may_not_be_seen() {
        for (Answer answer : new Answer[] {
            Browser.at(port).get("/nothing-here"),
            Browser.at(port).loggedIn("alice").get("/merchant/probe"),
            Browser.at(port).form("/cart/probe", "a=b")
        }) {
            assertThat(answer.status()).isIn(404, 403);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.body()).contains("<h1").containsPattern("[0-9a-f]{32}");
        }
    }

    @Test
    void answers_503_to_users_and_serves_guests_while_sessions_are_away() {
        Browser alice = Browser.at(port).loggedIn("alice");
        sessions.setAway(true);

        assertThat(alice.get("/api/orders").code()).isEqualTo(50300);
        assertThat(alice.get("/api/orders").header("Retry-After")).isNotNull();
        assertThat(Browser.at(port).get("/cart/probe").status()).isEqualTo(200);
    }

    @Test
    void tells_browsers_to_be_careful_with_every_answer() {
        for (String path : new String[] {"/api/orders", "/cart/probe", "/nothing-here", "/api/categories"}) {
            Answer answer = Browser.at(port).get(path);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-cache");
            assertThat(answer.header("Server")).as(path).isNull();
        }
    }
}
