package org.gomall.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

    @Test
    void is_open_where_a_rule_says_so() {
        AccessRules rules = AccessRules.parse(
                "{\"version\":1,\"whitelist\":[\"GET:/\",\"GET:/shops/{id}\",\"*:/cart/**\",\"POST:/login\"],\"blacklist\":{}}");

        assertThat(rules.isOpen("GET", "/")).isTrue();
        assertThat(rules.isOpen("GET", "/shops/1")).isTrue();
        assertThat(rules.isOpen("GET", "/shops/1/x")).isFalse();
        assertThat(rules.isOpen("POST", "/shops/1")).isFalse();
        assertThat(rules.isOpen("DELETE", "/cart")).isTrue();
        assertThat(rules.isOpen("DELETE", "/cart/items/1")).isTrue();
        assertThat(rules.isOpen("GET", "/carts")).isFalse();
        assertThat(rules.isOpen("GET", "/login")).isFalse();
        assertThat(rules.isOpen("GET", "/LOGIN")).isFalse();
        assertThat(AccessRules.closed().isOpen("GET", "/")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/a/{x}, /a/1, true",
        "/a/{x}, /ab/1, false",
        "/a/**, /a, true",
        "/a/**, /a/b/c, true",
        "/a*/b, /ax/b, true",
        "/{x}/b, /a/b, true",
        "/{x:[0-9]+}/b, /a/b, false",
        "/**, /a/b, true",
        "/a-b_c/*, /a-b_c/d, true",
        "/a?/b, /ab/b, true",
        "/中/{x}, /中/1, true",
        "/a.b/{x}, /a.b/1, true",
        "/a.b/{x}, /acb/1, false",
    })
    void finds_a_pattern_however_it_begins(String pattern, String path, boolean open) {
        AccessRules rules =
                AccessRules.of(new AccessDocument(1L, List.of("GET:/z/{x}", "*:" + pattern, "GET:/y/**"), null));

        assertThat(rules.isOpen("GET", path)).isEqualTo(open);
        assertThat(rules.names(path)).isEqualTo(open);
    }

    @Test
    void names_no_path_that_is_none() {
        AccessRules rules = AccessRules.parse("{\"whitelist\":[\"GET:/a/{x}\"]}");

        assertThat(rules.names("")).isFalse();
        assertThat(rules.names("a/1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"whitelist\":{}}",
                "{\"whitelist\":[5]}",
                "{\"whitelist\":[\"/x\"]}",
                "{\"whitelist\":[\"get:/x\"]}",
                "{\"whitelist\":[\"GET:x\"]}",
                "{\"whitelist\":[\"GET:/{\"]}",
                "{\"whitelist\":[],\"blacklist\":{\"users\":[\"alice\"]}}",
                "{\"whitelist\":[],\"blacklist\":{\"ips\":[\"localhost\"]}}",
                "{\"whitelist\":[],\"blacklist\":{\"cidrs\":[\"192.0.2.1\"]}}",
                "{\"whitelist\":[],\"blacklist\":{\"ips\":\"192.0.2.1\"}}"
            })
    void refuses_a_bad_document_as_a_whole(String document) {
        assertThatThrownBy(() -> AccessRules.parse(document)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void never_opens_what_is_for_merchants_admins_or_ops() {
        AccessRules rules = AccessRules.parse("{\"whitelist\":[\"*:/**\",\"GET:/api/admin/users\",\"GET:/admin\"]}");

        assertThat(rules.isOpen("GET", "/api/orders")).isTrue();
        for (String path : List.of(
                "/api/admin/users", "/admin", "/api/ops/services", "/ops/x", "/api/merchant/orders", "/merchant/x")) {
            assertThat(rules.isOpen("GET", path)).as(path).isFalse();
        }
        assertThat(rules.isOpen("GET", "/merchants")).isTrue();
    }

    @Test
    void a_hostile_pattern_costs_no_more_than_another() {
        List<String> hostile = List.of("GET:/(a+)+b", "GET:/(a|a)*b", "GET:/(.*)(.*)(.*)(.*)(.*)(.*)b");
        String path = "/" + "a".repeat(990);
        long before = System.nanoTime();

        for (int i = 0; i < 20; i++) {
            assertThat(Permissions.deciding(hostile, "GET", path)).isEmpty();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({
        "GET:/api/orders(/.*)?, GET, /api/orders, true",
        "GET:/api/orders(/.*)?, GET, /api/orders/1, true",
        "GET:/api/orders(/.*)?, GET, /api/orders1, false",
        "GET:/api/orders(/.*)?, GET, /x/api/orders, false",
        "GET:/api/orders(/.*)?, POST, /api/orders, false",
        "*:/api/orders, DELETE, /api/orders, true",
        "GETX:/a, GET, /a, false",
        "G:/a, GET, /a, false",
        "/a, GET, /a, false",
        ":/a, GET, /a, false",
        "GET:(, GET, (, false",
    })
    void matches_permissions_whole(String permission, String method, String path, boolean allowed) {
        assertThat(Permissions.deciding(List.of("POST:/other", permission), method, path)
                        .isPresent())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"/a b, /a b", "/a%20b, /a b", "/%E4%B8%AD, /中", "/a+b, /a+b", "/, /"})
    void decodes_plain_paths_once(String raw, String plain) {
        assertThat(PlainPath.of(raw)).isEqualTo(Optional.of(plain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "/a//b",
                "/a;b",
                "/a/./b",
                "/a/../b",
                "/..",
                "/a%2Fb",
                "/a%2eb",
                "/a%5Cb",
                "/a%25b",
                "/a%3Bb",
                "/a%0Ab",
                "/a%",
                "/a%zz",
                "/a%C0%AE",
                "/a\\b"
            })
    void refuses_paths_with_a_second_meaning(String raw) {
        assertThat(PlainPath.of(raw)).isEmpty();
    }
}
