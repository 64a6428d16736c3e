package org.gomall.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.RoleView;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SliceTest
class AccessRulesDeskTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private AuditLogService audit;

    @Autowired
    private UserDirectoryService users;

    @Autowired
    private RoleService roles;

    private Browser admin;
    private ObjectNode before;

    @BeforeEach
    void read_the_rules() {
        reset(audit, users, roles);
        admin = Browser.at(port).loggedIn("admin");
        before = rules();
    }

    @AfterEach
    void put_them_back() {
        reset(audit);
        before.set("version", rules().get("version"));
        assertThat(put(before).status()).isEqualTo(200);
    }

    @Test
    void a_new_whitelist_holds_for_the_next_request_and_is_on_record() {
        ObjectNode wanted = rules();
        wanted.withArray("whitelist").add("GET:/forgotten");

        Answer put = put(wanted);

        assertThat(put.data().get("version").longValue())
                .isEqualTo(before.get("version").longValue() + 1);
        assertThat(rules()).isEqualTo(put.data());
        assertThat(Browser.at(port).get("/forgotten").status()).isEqualTo(200);
        ArgumentCaptor<PrivilegedAct> act = ArgumentCaptor.forClass(PrivilegedAct.class);
        verify(audit).record(act.capture());
        assertThat(act.getValue().details()).isEqualTo(Map.of("added", "GET:/forgotten", "removed", ""));
    }

    @Test
    void a_blacklisted_user_is_kept_out_and_counts_as_a_guest_on_open_pages() {
        Browser alice = Browser.at(port).loggedIn("alice");
        ObjectNode wanted = rules();
        wanted.withObject("blacklist").withArray("users").add("1001");
        assertThat(put(wanted).status()).isEqualTo(200);

        assertThat(alice.get("/api/users/me").code()).isEqualTo(40301);
        assertThat(alice.get("/api/cart").code()).isEqualTo(40301);
        assertThat(alice.get("/account/probe").status()).isEqualTo(403);
        assertThat(alice.get("/cart/probe").status()).isEqualTo(200);
        assertThat(Browser.at(port).loggedIn("nova").get("/api/users/me").status())
                .isEqualTo(200);
    }

    @Test
    void a_change_made_from_an_old_version_is_refused() {
        ObjectNode first = rules();
        ObjectNode second = rules();
        first.withArray("whitelist").add("GET:/forgotten");
        assertThat(put(first).status()).isEqualTo(200);

        assertThat(put(second).code()).isEqualTo(40900);
        assertThat(Browser.at(port).get("/forgotten").status()).isEqualTo(200);
    }

    @Test
    void nothing_changes_that_cannot_be_put_on_record() {
        doThrow(new BusinessException(ErrorCode.UNAVAILABLE)).when(audit).record(any());
        ObjectNode wanted = rules();
        wanted.withArray("whitelist").add("GET:/forgotten");

        assertThat(put(wanted).code()).isEqualTo(50300);
        assertThat(rules()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "whitelist, /x",
        "whitelist, GET:x",
        "whitelist, GET:/{",
        "whitelist, *:/**",
        "whitelist, GET:/api/**",
        "whitelist, GET:/api/admin/users",
        "whitelist, GET:/api/{part}/orders",
        "whitelist, POST:/api/ops/flow-rules",
        "whitelist, GET:/admin",
        "users, alice",
        "users, -1",
        "users, 1005",
        "ips, localhost",
        "ips, 127.0.0.1",
        "ips, ::ffff:127.0.0.1",
        "ips, 192.0.2.0/24",
        "cidrs, 192.0.2.1",
        "cidrs, 127.0.0.0/8",
        "cidrs, 0.0.0.0/0",
        "cidrs, 10.0.0.0/40"
    })
    void rules_that_are_wrong_or_lock_the_caller_out_are_refused_by_field(String list, String entry) {
        ObjectNode wanted = rules();
        boolean white = list.equals("whitelist");
        (white ? wanted : wanted.withObject("blacklist")).withArray(list).add(entry);

        Answer put = put(wanted);

        assertThat(put.code()).as(put.body()).isEqualTo(40001);
        assertThat(put.data().propertyNames()).containsExactly(white ? list : "blacklist." + list);
        assertThat(rules()).isEqualTo(before);
    }

    @Test
    void the_login_stays_open_and_unknown_fields_are_refused() {
        ObjectNode closed = rules();
        closed.putArray("whitelist").add("GET:/");
        assertThat(put(closed).data().propertyNames()).containsExactly("whitelist");

        ObjectNode unknown = rules();
        unknown.put("blackList", "x");
        assertThat(put(unknown).code()).isEqualTo(40001);
        ObjectNode without = rules();
        without.remove("version");
        assertThat(put(without).data().propertyNames()).containsExactly("version");
    }

    @Test
    void forwarded_headers_of_strangers_change_nobodys_address() {
        ObjectNode wanted = rules();
        wanted.withObject("blacklist").withArray("ips").add("192.0.2.66");
        assertThat(put(wanted).status()).isEqualTo(200);

        for (String header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Client-IP", "True-Client-IP")) {
            String value = header.equals("Forwarded") ? "for=192.0.2.66" : "192.0.2.66";
            assertThat(Browser.at(port).header(header, value).get("/cart/probe").status())
                    .as(header)
                    .isEqualTo(200);
        }
        assertThat(check("GET", "/", null, "192.0.2.66").get("reason").stringValue())
                .isEqualTo("ADDRESS_BLACKLISTED");
    }

    @Test
    void explains_what_the_filter_would_do() {
        when(users.get(any(), eq(1003L))).thenReturn(user(1003, UserStatus.ACTIVE, "*:/api/merchant(/.*)?"));
        when(users.get(any(), eq(1009L))).thenReturn(user(1009, UserStatus.BANNED, "*:/api/merchant(/.*)?"));
        when(users.get(any(), eq(77L))).thenThrow(BusinessException.notFound("user"));
        when(roles.roles())
                .thenReturn(List.of(
                        new RoleView("ELSE", false, List.of("*:/api/merchant(/.*)?")),
                        new RoleView("MERCHANT", true, List.of("*:/api/merchant(/.*)?"))));

        ObjectNode allowed = check("GET", "/api/merchant/orders?page=2", "1003", null);
        assertThat(allowed.get("allowed").booleanValue()).isTrue();
        assertThat(allowed.get("rule").stringValue()).isEqualTo("*:/api/merchant(/.*)?");
        assertThat(allowed.get("role").stringValue()).isEqualTo("MERCHANT");
        assertThat(allowed.get("reason").stringValue()).isEqualTo("PERMISSION");
        assertThat(reason("GET", "/api/admin/users", "1003")).isEqualTo("NO_PERMISSION");
        assertThat(reason("GET", "/api/merchant/orders", null)).isEqualTo("LOGIN_NEEDED");
        assertThat(reason("GET", "/api/merchant/orders", "1009")).isEqualTo("BANNED");
        assertThat(reason("DELETE", "/api/merchant/orders", "1003")).isEqualTo("NO_SUCH_METHOD");
        assertThat(reason("GET", "/api/nothing", "1003")).isEqualTo("NO_SUCH_PATH");
        assertThat(reason("GET", "/api/categories/../merchant/orders", "1003")).isEqualTo("NO_SUCH_PATH");
        assertThat(reason("HEAD", "/api/products/1", null)).isEqualTo("WHITELIST");
        assertThat(admin.get("/api/admin/permissions/check?method=GET&path=/&userId=77")
                        .code())
                .isEqualTo(40400);
        assertThat(admin.get("/api/admin/permissions/check?method=&path=x")
                        .data()
                        .propertyNames())
                .containsExactlyInAnyOrder("method", "path");
    }

    private String reason(String method, String path, String userId) {
        return check(method, path, userId, null).get("reason").stringValue();
    }

    private ObjectNode check(String method, String path, String userId, String ip) {
        Answer answer = admin.get("/api/admin/permissions/check?method=" + method + "&path="
                + path.replace("?", "%3F").replace("&", "%26")
                + (userId == null ? "" : "&userId=" + userId)
                + (ip == null ? "" : "&ip=" + ip));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return (ObjectNode) answer.data();
    }

    private ObjectNode rules() {
        return (ObjectNode) admin.get("/api/admin/access-rules").data();
    }

    private Answer put(ObjectNode rules) {
        return admin.put("/api/admin/access-rules", JSON.writeValueAsString(rules));
    }

    private static UserView user(long userId, UserStatus status, String permission) {
        return new UserView(
                userId,
                "nova",
                "nova@gomall.example",
                "Nova",
                status,
                List.of("MERCHANT", "USER"),
                List.of(permission),
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
