package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.user.AuditEntryView;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.RoleView;
import org.gomall.api.user.SaveRoleCommand;
import org.gomall.api.user.SetRolesCommand;
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

    @BeforeEach
    void enter_as_admin() {
        reset(users, roles, audit);
        UserView person = person(UserStatus.ACTIVE);
        when(users.get(any(), anyLong())).thenReturn(person);
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
    void roles_of_a_user_are_ticked() {
        String page = browser.get("/admin/users/1001").body();
        browser.form("/admin/users/1001/roles", "role=SUPPORT&_csrf=" + find(CSRF, page));

        ArgumentCaptor<SetRolesCommand> command = ArgumentCaptor.forClass(SetRolesCommand.class);
        verify(users).setRoles(command.capture());
        assertThat(command.getValue().roles()).containsExactly("SUPPORT");

        doThrow(new BusinessException(ErrorCode.ILLEGAL_STATE)).when(users).setRoles(any());
        assertThat(browser.form("/admin/users/1001/roles", "_csrf=" + find(CSRF, page))
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
        assertThat(browser.get("/admin/permissions?userId=&method=GET&path=/api/products/1")
                        .body())
                .contains("Allowed", "A rule opens this to everybody", "GET:/api/products/{productId}");
        assertThat(browser.get("/admin/permissions?userId=&method=GET&path=/api/orders")
                        .body())
                .contains("Refused", "Guests have to log in first");
        assertThat(browser.get("/admin/permissions?userId=x&method=GET&path=/").status())
                .isEqualTo(400);
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
