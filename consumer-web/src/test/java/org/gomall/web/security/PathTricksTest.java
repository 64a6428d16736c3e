package org.gomall.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.reset;

import java.util.ArrayList;
import java.util.List;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Against the real Tomcat, over raw sockets: whatever a path looks like, the handlers behind it are not reached. */
@SliceTest
class PathTricksTest {

    private static final List<String> PROTECTED =
            List.of("/api/admin/users", "/api/admin/roles", "/admin/users", "/api/merchant/orders");

    @LocalServerPort
    private int port;

    @Autowired
    private UserDirectoryService users;

    @Autowired
    private RoleService roles;

    @Autowired
    private AuditLogService audit;

    @Autowired
    private MerchantOrderService orders;

    @BeforeEach
    void forget_calls() {
        reset(users, roles, audit, orders);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "HEAD",
                "POST",
                "PUT",
                "DELETE",
                "PATCH",
                "OPTIONS",
                "TRACE",
                "PROPFIND",
                "get",
                "CONNECT",
                "GET\t"
            })
    void no_spelling_of_a_path_reaches_a_protected_handler(String method) {
        Browser guest = Browser.at(port);
        Browser alice = Browser.at(port).loggedIn("alice");
        for (String path : PROTECTED) {
            for (String trick : tricks(path)) {
                for (Browser browser : List.of(guest, alice)) {
                    Answer answer = browser.raw(method, trick);
                    assertThat(answer.status()).as(method + " " + trick).isBetween(302, 501);
                    assertThat(answer.body()).doesNotContain("Tomcat").doesNotContain("Exception");
                }
            }
        }
        assertNothingReached();
    }

    @Test
    void no_header_or_parameter_names_another_path_or_method() {
        for (String account : new String[] {null, "alice"}) {
            for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
                Browser browser = browser(account).header(header, "GET");
                assertThat(browser.raw("POST", "/api/admin/users").status()).isBetween(400, 405);
                assertThat(browser.raw("POST", "/api/products/1?_method=DELETE").status())
                        .isBetween(400, 405);
            }
            for (String header : List.of("X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-Forwarded-Path")) {
                browser(account).header(header, "/api/admin/users").raw("GET", "/api/categories");
                assertThat(browser(account)
                                .header(header, "/api/categories")
                                .raw("GET", "/api/admin/users")
                                .status())
                        .isIn(401, 403);
            }
        }
        assertNothingReached();
    }

    @Test
    void an_admin_reaches_the_plain_path_and_no_trick_of_it() {
        Browser admin = Browser.at(port).loggedIn("admin");
        assertThat(admin.raw("GET", "/api/admin/roles").status()).isEqualTo(200);
        assertThat(admin.raw("HEAD", "/api/admin/roles").status()).isEqualTo(200);
        for (String trick : tricks("/api/admin/roles")) {
            if (!trick.matches("/api/admin/roles(\\?.*)?") && !trick.contains("%61")) {
                assertThat(admin.raw("GET", trick).status()).as(trick).isBetween(400, 404);
            }
        }
    }

    private Browser browser(String account) {
        return account == null ? Browser.at(port) : Browser.at(port).loggedIn(account);
    }

    private static List<String> tricks(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String head = path.substring(0, path.lastIndexOf('/'));
        List<String> tricks = new ArrayList<>(List.of(
                path,
                path + "/",
                path + "//",
                path + "/.",
                path + "/..;/" + last,
                path + ";x=1",
                path + ";",
                path + "%3b",
                path + "%20",
                path + "%00",
                path + "%0a",
                path + ".json",
                path + "%2f",
                path + "%252f",
                path + "%23",
                path + "?x=/api/categories",
                "/" + path,
                "//localhost" + path,
                head + "//" + last,
                head + "/./" + last,
                head + "/%2e/" + last,
                head + "/x/../" + last,
                head + "/x/%2e%2e/" + last,
                head + "/x/..%2f" + last,
                head + "/x/%252e%252e/" + last,
                head + "/x/..%5c" + last,
                head + "%2f" + last,
                head + "%5c" + last,
                head + "\\" + last,
                head + ";a=b/" + last,
                "/css/.." + path,
                "/css/%2e%2e" + path,
                "/css/..;" + path,
                "/api/categories/.." + path,
                "/api/categories;/.." + path,
                "/login/.." + path,
                "/webjars/..%2f.." + path,
                path.toUpperCase(),
                path.replaceFirst("a", "%61"),
                path.replaceFirst("a", "%2561"),
                path.replaceFirst("a", "%c1%a1"),
                path.replaceFirst("a", "%d0%b0"),
                path.replaceFirst("/", "/%ef%bc%8f")));
        return tricks;
    }

    private void assertNothingReached() {
        for (Object service : List.of(users, roles, audit, orders)) {
            assertThat(mockingDetails(service).getInvocations()).isEmpty();
        }
    }
}
