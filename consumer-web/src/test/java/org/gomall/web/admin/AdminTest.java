package org.gomall.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.BanCommand;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.RoleView;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.gomall.slice.Accounts;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.MemorySessions;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SliceTest
class AdminTest {

    private static final long ALICE = 1001;
    private static final long ADMIN = 1005;
    private static final String SHOPPER =
            "*:/api/(auth|users/me|addresses|cards|wallet|cart|checkout|orders|payments)(/.*)?";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MemorySessions sessions;

    @Autowired
    private UserDirectoryService users;

    @Autowired
    private RoleService roles;

    @Autowired
    private AuditLogService audit;

    private Browser admin;

    @BeforeEach
    void log_in() {
        reset(users, roles, audit);
        when(users.get(any(), anyLong())).thenAnswer(call -> user(call.getArgument(1), UserStatus.ACTIVE));
        when(users.ban(any())).thenAnswer(call -> {
            long userId = call.getArgument(0, BanCommand.class).userId();
            accounts.setBanned(userId, true);
            return user(userId, UserStatus.BANNED);
        });
        when(users.unban(any(), anyLong())).thenAnswer(call -> {
            accounts.setBanned(call.getArgument(1), false);
            return user(call.getArgument(1), UserStatus.ACTIVE);
        });
        when(audit.list(any())).thenReturn(new Page<>(List.of(), 1, 20, 0));
        admin = Browser.at(port).loggedIn("admin");
    }

    @AfterEach
    void put_back() {
        accounts.reset();
        sessions.rightsChanged();
    }

    @Test
    void a_banned_user_is_told_so_by_the_next_request_and_old_tokens_never_live_again() {
        String token = Browser.at(port).token("alice");
        Browser alice = Browser.at(port).bearer(token);
        assertThat(alice.get("/api/users/me").status()).isEqualTo(200);

        Answer ban = admin.post("/api/admin/users/1001/ban", "{\"reason\":\"stolen goods\"}");

        assertThat(ban.data().get("status").stringValue()).isEqualTo("BANNED");
        assertThat(alice.get("/api/users/me").code()).isEqualTo(40301);
        assertThat(alice.get("/api/cart").code())
                .as("open to guests, but not to this one")
                .isEqualTo(40301);
        assertThat(alice.send("POST", "/api/auth/logout", null, null).code()).isEqualTo(40301);
        ArgumentCaptor<BanCommand> command = ArgumentCaptor.forClass(BanCommand.class);
        verify(users).ban(command.capture());
        assertThat(command.getValue())
                .isEqualTo(new BanCommand(new ActingUser(ADMIN, "127.0.0.1"), ALICE, "stolen goods"));

        assertThat(admin.post("/api/admin/users/1001/unban", "{}").status()).isEqualTo(200);
        assertThat(alice.get("/api/users/me").code()).isEqualTo(40100);
    }

    @Test
    void a_banned_user_can_leave_the_browser_to_somebody_else() {
        Browser browser = Browser.at(port)
                .keepingCookies()
                .cookie("gomall-token", Browser.at(port).token("alice"));
        admin.post("/api/admin/users/1001/ban", "{\"reason\":\"x\"}");

        assertThat(browser.get("/account/probe").status()).isEqualTo(403);
        assertThat(browser.get("/cart/probe").status()).isEqualTo(200);
        Answer login =
                browser.post("/api/auth/login", "{\"account\":\"nova\",\"password\":\"" + Accounts.PASSWORD + "\"}");
        assertThat(login.status()).isEqualTo(200);
        assertThat(browser.get("/account/probe").status()).isEqualTo(200);
    }

    @Test
    void a_ban_without_a_word_from_the_web_holds_as_soon_as_anything_is_looked_up_again() {
        Browser alice = Browser.at(port).loggedIn("alice");
        assertThat(alice.get("/api/users/me").status()).isEqualTo(200);
        accounts.setBanned(ALICE, true);

        sessions.rightsChanged();

        assertThat(alice.get("/api/users/me").code()).isEqualTo(40301);
    }

    @Test
    void a_kicked_user_has_to_log_in_again_and_may() {
        Browser alice = Browser.at(port).loggedIn("alice");

        assertThat(admin.post("/api/admin/users/1001/kick", "{}").status()).isEqualTo(200);

        assertThat(alice.get("/api/users/me").code()).isEqualTo(40100);
        assertThat(Browser.at(port).loggedIn("alice").get("/api/users/me").status())
                .isEqualTo(200);
        ArgumentCaptor<PrivilegedAct> act = ArgumentCaptor.forClass(PrivilegedAct.class);
        verify(audit).record(act.capture());
        assertThat(act.getValue().action()).isEqualTo("user.kick");
        assertThat(act.getValue().subject()).isEqualTo("user:1001");
    }

    @Test
    void nothing_happens_that_cannot_be_put_on_record() {
        Browser alice = Browser.at(port).loggedIn("alice");
        doThrow(new BusinessException(ErrorCode.NO_PERMISSION)).when(audit).record(any());

        assertThat(admin.post("/api/admin/users/1001/kick", "{}").code()).isEqualTo(40300);
        assertThat(alice.get("/api/users/me").status()).isEqualTo(200);
    }

    @Test
    void new_rights_hold_for_the_next_request_and_cost_no_remote_call_until_then() {
        Browser alice = Browser.at(port).loggedIn("alice");
        assertThat(alice.get("/api/merchant/orders").code()).isEqualTo(40300);
        long before = accounts.calls();
        long begin = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            alice.get("/api/merchant/orders");
        }
        long seconds = (System.nanoTime() - begin) / 1_000_000_000 + 1;
        assertThat(accounts.calls() - before).isLessThanOrEqualTo(seconds);

        when(users.setRoles(any())).thenAnswer(call -> {
            accounts.setRights(ALICE, List.of("MERCHANT", "USER"), List.of("*:/api/merchant(/.*)?", SHOPPER));
            return user(ALICE, UserStatus.ACTIVE);
        });
        assertThat(admin.put("/api/admin/users/1001/roles", "{\"roles\":[\"MERCHANT\"]}")
                        .status())
                .isEqualTo(200);

        assertThat(alice.get("/api/merchant/orders").code()).isNotEqualTo(40300);
    }

    @Test
    void known_old_rights_are_not_used_while_provider_user_is_away() {
        Browser nova = Browser.at(port).loggedIn("nova");
        assertThat(nova.get("/api/users/me").status()).isEqualTo(200);
        accounts.setAway(true);
        try {
            assertThat(nova.get("/account/probe").status())
                    .as("nothing has changed")
                    .isEqualTo(200);
            sessions.rightsChanged();
            assertThat(nova.get("/account/probe").status()).isEqualTo(503);
        } finally {
            accounts.setAway(false);
        }
    }

    @Test
    void roles_are_made_changed_and_deleted_over_the_api() {
        RoleView role = new RoleView("SUPPORT", false, List.of("GET:/api/admin/users"));
        when(roles.create(any())).thenReturn(role);
        when(roles.replace(any())).thenReturn(role);
        when(roles.roles()).thenReturn(List.of(role));

        Answer made =
                admin.post("/api/admin/roles", "{\"role\":\"SUPPORT\",\"permissions\":[\"GET:/api/admin/users\"]}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().get("role").stringValue()).isEqualTo("SUPPORT");
        long version = sessions.rightsVersion();
        assertThat(admin.put("/api/admin/roles/SUPPORT", "{\"permissions\":[]}").status())
                .isEqualTo(200);
        assertThat(sessions.rightsVersion()).isGreaterThan(version);
        assertThat(admin.get("/api/admin/roles").data().size()).isEqualTo(1);
        assertThat(admin.delete("/api/admin/roles/SUPPORT").status()).isEqualTo(200);
        InOrder calls = inOrder(roles);
        calls.verify(roles).create(any());
        calls.verify(roles).replace(any());
        calls.verify(roles).delete(new ActingUser(ADMIN, "127.0.0.1"), "SUPPORT");
        assertThat(admin.post("/api/admin/roles", "{\"role\":\"X\",\"builtIn\":true}")
                        .code())
                .isEqualTo(40001);
    }

    @Test
    void only_admins_reach_any_of_this() {
        for (Browser other :
                List.of(Browser.at(port).loggedIn("alice"), Browser.at(port).loggedIn("nova"))) {
            for (String path : List.of(
                    "/api/admin/users",
                    "/api/admin/users/1001",
                    "/api/admin/roles",
                    "/api/admin/access-rules",
                    "/api/admin/permissions/check?method=GET&path=/",
                    "/api/admin/audit-log")) {
                assertThat(other.get(path).code()).as(path).isEqualTo(40300);
            }
            for (String path : List.of("/admin", "/admin/users", "/admin/roles", "/admin/audit-log")) {
                assertThat(other.get(path).status()).as(path).isEqualTo(403);
            }
        }
        assertThat(Browser.at(port).get("/api/admin/users").code()).isEqualTo(40100);
        verify(users, never()).list(any());
    }

    private static UserView user(long userId, UserStatus status) {
        return new UserView(
                userId,
                "somebody",
                "somebody@gomall.example",
                "Some <b>Body</b>",
                status,
                List.of("USER"),
                List.of(SHOPPER),
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
