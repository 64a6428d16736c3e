package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.SalesDay;
import org.gomall.api.order.SalesQuery;
import org.gomall.api.order.SalesService;
import org.gomall.api.product.CategoryAdminService;
import org.gomall.api.product.ProductAuditService;
import org.gomall.api.user.AuditEntryView;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.AuditQuery;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.RoleView;
import org.gomall.api.user.SaveRoleCommand;
import org.gomall.api.user.SetRolesCommand;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.gomall.slice.Browser.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;

/** What admins see: users, roles, access rules, the tester, the audit log. */
class AdminPagesTest extends PagesTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/admin[^\"]*)\"");

    @Autowired
    private UserDirectoryService users;

    @Autowired
    private RoleService roles;

    @Autowired
    private AuditLogService audit;

    @Autowired
    private AdminOrderService orders;

    @Autowired
    private ShopAdminService shops;

    @Autowired
    private ProductAuditService products;

    @Autowired
    private CategoryAdminService categories;

    @Autowired
    private SalesService sales;

    @Autowired
    private RefundDecisionService refunds;

    @BeforeEach
    void enter_as_admin() {
        reset(users, roles, audit, orders, shops, products, categories, sales);
        LocalDate today = LocalDate.of(2026, 11, 26);
        when(sales.sales(any()))
                .thenReturn(List.of(
                        new SalesDay(today.minusDays(1), 7, 9, 123_400, 5_000), new SalesDay(today, 2, 3, 45_600, 0)));
        when(orders.list(any())).thenReturn(new Page<>(List.of(), 1, 20, 0));
        when(shops.list(any())).thenReturn(new Page<>(List.of(), 1, 20, 3));
        when(products.list(any())).thenReturn(new Page<>(List.of(), 1, 20, 17));
        UserView person = person(UserStatus.ACTIVE);
        when(users.get(any(), anyLong())).thenReturn(person);
        when(users.named(any(), anyString())).thenThrow(BusinessException.notFound("user"));
        doReturn(person).when(users).named(any(), eq("somebody"));
        when(users.list(any())).thenReturn(new Page<>(List.of(person), 1, 20, 41));
        RoleView support = new RoleView("SUPPORT", false, List.of("GET:/api/admin/users"));
        when(roles.roles()).thenReturn(List.of(new RoleView("USER", true, List.of()), support));
        when(roles.role(anyString())).thenReturn(support);
        when(audit.list(any()))
                .thenReturn(new Page<>(
                        List.of(new AuditEntryView(
                                1,
                                1005,
                                "admin",
                                "192.0.2.1",
                                "user.ban",
                                "user:1001",
                                Map.of("reason", "<script>alert(1)</script>"),
                                Instant.parse("2026-01-01T00:00:00Z"))),
                        1,
                        50,
                        51));
        logIn("admin");
    }

    @Test
    void every_link_of_every_admin_page_leads_somewhere() {
        assertThat(browser.get("/orders").body()).contains("href=\"/admin\"");
        for (String start :
                List.of("/admin", "/admin/users", "/admin/users/1001", "/admin/roles", "/admin/audit-log")) {
            Answer page = browser.get(start);
            assertThat(page.status()).as(start).isEqualTo(200);
            Matcher links = LINK.matcher(page.body());
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                Answer there = browser.get(link);
                assertThat(there.status()).as(link).isEqualTo(200);
                assertThat(there.body()).as(link).contains("<h1").doesNotContain("<script>alert");
            }
        }
        browser.get("/language/zh-CN");
        assertThat(browser.get("/admin/users").body()).contains("<h1>用户</h1>");
    }

    @Test
    void every_list_is_fetched_anew_below_its_filters_and_keeps_its_shape_meanwhile() {
        for (String path : List.of(
                "/admin/users",
                "/admin/orders",
                "/admin/payments",
                "/admin/products",
                "/admin/shops",
                "/admin/audit-log")) {
            DeskPagesTest.assertAList(browser.get(path).body(), path);
        }
    }

    @Test
    void the_first_page_begins_with_what_waits_and_goes_on_with_figures_and_acts() {
        String page = browser.get("/admin").body();

        assertThat(page)
                .contains("<li class=\"warn\"><span class=\"label\">Products in review</span> <b>17</b>")
                .contains("Shops in review</span> <b>3</b>", "Refund requests</span> <b>0</b>")
                .contains("/admin/products?status=PENDING", "/admin/refunds?status=REQUESTED")
                .contains("Orders paid today</span> <b>2</b>", "9 in 30 days")
                .contains("Paid today</span> <b>¥456.00</b>", "¥1,690.00 in 30 days", "Users</span> <b>41</b>")
                .contains(
                        "Refunded</span> <b>¥50.00</b> <span class=\"hint\">in 30 days</span>",
                        "<figure class=\"chart\">",
                        "/js/charts")
                .contains("User banned", "href=\"/admin/users/1001\"")
                .doesNotContain("Nothing is waiting");
        assertThat(page.indexOf("Products in review")).isLessThan(page.indexOf("Orders paid today"));
        ArgumentCaptor<SalesQuery> period = ArgumentCaptor.forClass(SalesQuery.class);
        verify(sales).sales(period.capture());
        assertThat(period.getValue().shopId()).as("the whole mall").isNull();
    }

    @Test
    void the_first_page_says_when_nothing_waits_and_does_without_what_is_away() {
        when(shops.list(any())).thenReturn(new Page<>(List.of(), 1, 1, 0));
        when(products.list(any())).thenReturn(new Page<>(List.of(), 1, 1, 0));
        assertThat(browser.get("/admin").body())
                .contains("Nothing is waiting for a decision")
                .doesNotContain("class=\"warn\"");

        BusinessException away = new BusinessException(ErrorCode.UNAVAILABLE);
        when(sales.sales(any())).thenThrow(away);
        when(shops.list(any())).thenThrow(away);
        when(products.list(any())).thenThrow(away);
        when(users.list(any())).thenThrow(away);
        when(audit.list(any())).thenThrow(away);
        doThrow(away).when(refunds).list(any());
        Answer partly = browser.get("/admin");
        assertThat(partly.status()).isEqualTo(200);
        assertThat(partly.body())
                .contains("Products in review</span> <b>–</b> <span class=\"hint\">Not available right now", "Busy")
                .contains("This part is not available right now")
                .doesNotContain("Nothing is waiting");
    }

    @Test
    void a_user_is_banned_only_after_asking_and_with_a_reason() {
        String question = browser.get("/admin/users/1001/ban").body();
        assertThat(question).contains("Ban somebody?", "Yes, ban somebody");
        Answer refused = browser.form("/admin/users/1001/ban", "reason=+&_csrf=" + find(CSRF, question));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"reason-wrong\"");
        verify(users, never()).ban(any());

        Answer banned = browser.form("/admin/users/1001/ban", "reason=spam&_csrf=" + find(CSRF, question));
        assertThat(path(banned)).isEqualTo("/admin/users/1001");
        assertThat(browser.get(path(banned)).body()).contains("User banned");
        verify(users).ban(any());
    }

    @Test
    void a_ban_is_lifted_and_a_user_logged_out_after_asking() {
        String kick = browser.get("/admin/users/1001/kick").body();
        assertThat(path(browser.form("/admin/users/1001/kick", "_csrf=" + find(CSRF, kick))))
                .isEqualTo("/admin/users/1001");
        verify(audit).record(any());

        UserView banned = person(UserStatus.BANNED);
        when(users.get(any(), anyLong())).thenReturn(banned);
        assertThat(browser.get("/admin/users/1001").body())
                .contains("/admin/users/1001/unban")
                .doesNotContain("/kick");
        String unban = browser.get("/admin/users/1001/unban").body();
        browser.form("/admin/users/1001/unban", "_csrf=" + find(CSRF, unban));
        verify(users).unban(any(), anyLong());
    }

    @Test
    void roles_of_a_user_are_ticked_and_shown_once_more_before_they_are_saved() {
        String page = browser.get("/admin/users/1001").body();
        String question = browser.get("/admin/users/1001/roles?role=SUPPORT").body();
        assertThat(page).contains("Review changes");
        assertThat(question)
                .contains("Change the roles of somebody?", "Added", "SUPPORT")
                .doesNotContain("Removed");
        assertThat(browser.get("/admin/users/1001/roles?role=USER").body())
                .contains("Nothing would change")
                .doesNotContain("Save roles");
        assertThat(browser.get("/admin/users/1001/roles?role=ADMIN").body())
                .contains("An administrator can do everything");
        verify(users, never()).setRoles(any());
        browser.form("/admin/users/1001/roles", "role=SUPPORT&_csrf=" + find(CSRF, question));

        ArgumentCaptor<SetRolesCommand> command = ArgumentCaptor.forClass(SetRolesCommand.class);
        verify(users).setRoles(command.capture());
        assertThat(command.getValue().roles()).containsExactly("SUPPORT");

        doThrow(new BusinessException(ErrorCode.ILLEGAL_STATE)).when(users).setRoles(any());
        assertThat(browser.form("/admin/users/1001/roles", "_csrf=" + find(CSRF, question))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_role_is_typed_a_line_a_pattern_and_what_was_typed_is_kept() {
        String form = browser.get("/admin/roles/new").body();
        Answer refused = browser.form(
                "/admin/roles", "role=support&permissions=GET%3A%2Fa%0Anonsense&_csrf=" + find(CSRF, form));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("id=\"role-wrong\"", "id=\"permissions-wrong\"", "value=\"support\"", "GET:/a\nnonsense");

        browser.form(
                "/admin/roles", "role=SUPPORT&permissions=GET%3A%2Fa%0D%0A%0D%0A*%3A%2Fb&_csrf=" + find(CSRF, form));
        ArgumentCaptor<SaveRoleCommand> command = ArgumentCaptor.forClass(SaveRoleCommand.class);
        verify(roles).create(command.capture());
        assertThat(command.getValue().permissions()).containsExactly("GET:/a", "*:/b");

        doThrow(new BusinessException(ErrorCode.CONFLICT)).when(roles).delete(any(), anyString());
        String question = browser.get("/admin/roles/SUPPORT/delete").body();
        Answer inUse = browser.form("/admin/roles/SUPPORT/delete", "_csrf=" + find(CSRF, question));
        assertThat(inUse.status()).isEqualTo(409);
        assertThat(inUse.body()).contains("Somebody has this role");
    }

    @Test
    void access_rules_are_a_form_with_the_version_it_was_made_from() {
        String form = browser.get("/admin/access-rules").body();
        assertThat(form).contains("POST:/api/auth/login");
        Answer refused = browser.form(
                "/admin/access-rules", "version=1&whitelist=*%3A%2F**&ips=nowhere&_csrf=" + find(CSRF, form));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"whitelist-wrong\"", "id=\"ips-wrong\"", "nowhere");
    }

    @Test
    void the_tester_says_who_may_what_and_why() {
        assertThat(browser.get("/admin/permissions?user=&method=GET&path=/api/products/1")
                        .body())
                .contains("Allowed", "This path is open to everybody", "GET:/api/products/{productId}", "A guest");
        assertThat(browser.get("/admin/permissions?user=&method=GET&path=/api/orders")
                        .body())
                .contains("Denied", "Guests must log in first");
        for (String who : List.of("somebody", "1001")) {
            assertThat(browser.get("/admin/permissions?user=" + who + "&method=GET&path=/api/admin/users")
                            .body())
                    .as(who)
                    .contains("Denied", "href=\"/admin/users/1001\"", "value=\"" + who + "\"");
        }
        Answer unknown = browser.get("/admin/permissions?user=nobody&method=GET&path=/");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("id=\"user-wrong\"", "No user has this name");
    }

    @Test
    void acts_are_told_in_words_and_only_what_changed() {
        when(audit.list(any()))
                .thenReturn(new Page<>(
                        List.of(
                                entry("order.cancel", "order:42", Map.of("reason", "recalled")),
                                entry("user.roles", "user:1001", Map.of("before", "OPS USER", "after", "ADMIN USER")),
                                entry("refund.approve", "refund:9", Map.of("amountCents", "12345")),
                                entry("ops.failures.set", "failures", Map.of("slow-stock", "0", "lost-news", "5")),
                                entry("role.delete", "role:SUPPORT", Map.of("permissions", ""))),
                        1,
                        50,
                        5));

        String log = browser.get("/admin/audit-log").body();

        assertThat(log)
                .contains("Order cancelled", "<code class=\"muted small\">order.cancel</code>", "recalled")
                .contains("href=\"/admin/orders/42\"", "Order 42", "href=\"/admin/refunds/9\"", "¥123.45")
                .contains("Added: </span><span>ADMIN<", "Removed: </span><span>OPS<", "lost-news: </span><span>5<")
                .doesNotContain("slow-stock", "href=\"/admin/roles/SUPPORT\"", "Before", "Permissions:");
        assertThat(browser.get("/admin").body()).contains("Order cancelled", "Order 42");
        browser.get("/language/zh-CN");
        assertThat(browser.get("/admin/audit-log").body())
                .contains("取消订单", "订单 42", "新增：")
                .doesNotContain("Order cancelled");
    }

    @Test
    void every_action_that_can_be_on_record_has_words_and_can_be_searched_for() {
        String log = browser.get("/admin/audit-log").body();
        for (String action : List.of("user.ban", "order.cancel", "ops.dead-letter.replay", "picture.upload")) {
            assertThat(log).contains("<option value=\"" + action + "\">");
        }
        Matcher options =
                Pattern.compile("<option value=\"([a-z.-]+)\">([^<]*)<").matcher(log);
        int known = 0;
        while (options.find()) {
            known++;
            assertThat(options.group(2)).isNotBlank().isNotEqualTo(options.group(1));
        }
        assertThat(known).isGreaterThanOrEqualTo(30);
    }

    @Test
    void who_did_it_is_searched_by_name_and_nothing_yet_is_told_from_no_match() {
        browser.get("/admin/audit-log?actor=somebody");
        browser.get("/admin/audit-log?actor=0");
        ArgumentCaptor<AuditQuery> queries = ArgumentCaptor.forClass(AuditQuery.class);
        verify(audit, times(2)).list(queries.capture());
        assertThat(queries.getAllValues()).extracting(AuditQuery::actorId).containsExactly(1001L, 0L);
        assertThat(browser.get("/admin/audit-log?actor=nobody").body()).contains("id=\"actor-wrong\"");

        when(audit.list(any())).thenReturn(new Page<>(List.of(), 1, 50, 0));
        assertThat(browser.get("/admin/audit-log").body()).contains("Nothing recorded yet");
        assertThat(browser.get("/admin/audit-log?action=user.ban").body())
                .contains("No entries match", "Show the whole log");
    }

    @Test
    void a_ban_stands_apart_and_payments_are_found_by_name() {
        String page = browser.get("/admin/users/1001").body();
        assertThat(page.indexOf("/admin/users/1001/ban")).isGreaterThan(page.indexOf("/admin/users/1001/kick"));
        assertThat(page).contains("Ban this user", "/admin/orders?user=somebody", "/admin/payments?user=somebody");
        assertThat(browser.get("/admin/payments?user=somebody").body()).contains("value=\"somebody\"");
        assertThat(browser.get("/admin/payments?user=nobody").body()).contains("id=\"user-wrong\"");
    }

    @Test
    void the_audit_log_is_searched_and_paged_with_the_search_kept() {
        Answer found = browser.get("/admin/audit-log?action=user.ban&subject=user%3A1001&from=2026-01-01&page=1");
        assertThat(found.body())
                .contains(
                        "&lt;script&gt;",
                        "/admin/audit-log?action=user.ban&amp;subject=user%3A1001&amp;from=2026-01-01&amp;page=2");
        assertThat(browser.get("/admin/audit-log?from=yesterday").status()).isEqualTo(400);
        assertThat(browser.get("/admin/audit-log?from=2026-01-02&to=2026-01-01").status())
                .isEqualTo(400);
    }

    private static AuditEntryView entry(String action, String subject, Map<String, String> details) {
        return new AuditEntryView(
                1, 1005, "admin", "192.0.2.1", action, subject, details, Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static UserView person(UserStatus status) {
        return new UserView(
                1001,
                "somebody",
                "somebody@gomall.example",
                "Some <script>alert(1)</script>",
                status,
                List.of("USER"),
                List.of(),
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
