package org.gomall.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cart",
                "/products/1?sku=2&x=%20",
                "/orders?status=PAID",
                "/checkout#x",
                "/a=b:c@d",
                "/apis"
            })
    void goes_where_the_shopper_was(String next) {
        String expected = next.contains("#") ? "/" : next;
        assertThat(NextPath.orHome(next)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "cart",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "/cart\r\nSet-Cookie: a=b",
                "/cart\t",
                " /cart",
                "/ /evil.example",
                "/x//evil.example",
                "/login",
                "/login?next=/login",
                "/logout",
                "/register",
                "/api/orders",
                "/api"
            })
    void never_leads_off_the_site_or_in_circles(String next) {
        assertThat(NextPath.orHome(next)).isEqualTo("/");
    }

    @Test
    void is_bounded() {
        assertThat(NextPath.orHome("/" + "a".repeat(2_000))).isEqualTo("/");
    }
}
