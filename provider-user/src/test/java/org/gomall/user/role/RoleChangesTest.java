package org.gomall.user.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.user.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.RoleView;
import org.gomall.api.user.SaveRoleCommand;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@UserTest
class RoleChangesTest {

    private static final List<String> KEPT = List.of("*:/api/admin(/.*)?", "*:/admin(/.*)?");

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    private final String role =
            "R" + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase();
    private ActingUser admin;

    @BeforeEach
    void appoint_an_admin() {
        admin = people.newAdmin();
    }

    @Test
    void a_role_is_made_changed_and_deleted() {
        RoleView made = remote.roles().create(save("GET:/api/reports(/.*)?", "POST:/api/reports"));
        assertThat(made).isEqualTo(new RoleView(role, false, made.permissions()));
        assertThat(made.permissions()).containsExactly("GET:/api/reports(/.*)?", "POST:/api/reports");
        assertThat(remote.roles().role(role)).isEqualTo(made);

        assertRefused(ErrorCode.CONFLICT, () -> remote.roles().create(save("GET:/other")));
        assertThat(remote.roles().replace(save("GET:/api/x", "GET:/api/x")).permissions())
                .containsExactly("GET:/api/x");
        assertThat(remote.roles().replace(save("GET:/api/x")).permissions()).containsExactly("GET:/api/x");

        remote.roles().delete(admin, role);
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.roles().role(role));
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.roles().delete(admin, role));
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.roles().replace(save("GET:/api/x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/api/x",
                "GET",
                "GET:",
                "GET:api",
                "get:/api",
                "HEAD:/api",
                "TRACE:/api",
                "**:/api",
                "GET:/api/(",
                "GET:/api/[a",
                "GET:/a**",
                "GET:/api/(?=x)",
                "GET:/(a)\\1",
                "GET:/a{2000}",
                "GET:/((a{90}){90}){90}",
                "GET:/a b",
                "GET:/a\nb",
                "GET:.*"
            })
    void a_pattern_that_cannot_be_used_is_refused(String pattern) {
        assertThat(assertRefused(ErrorCode.VALIDATION, () -> remote.roles().create(save("GET:/good", pattern)))
                        .details())
                .containsOnlyKeys("permissions");
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.roles().role(role));
    }

    @Test
    void the_length_of_patterns_and_the_name_are_bounded() {
        remote.roles().create(save("GET:/" + "a".repeat(250)));
        assertRefused(ErrorCode.VALIDATION, () -> remote.roles().replace(save("GET:/" + "a".repeat(251))));
        for (String name : List.of("", "a", "lower", "X", "WITH SPACE", "Ä", "A".repeat(33))) {
            assertThat(assertRefused(ErrorCode.VALIDATION, () -> remote.roles()
                                    .create(new SaveRoleCommand(admin, name, List.of())))
                            .details())
                    .containsOnlyKeys("role");
        }
    }

    @Test
    void a_pattern_that_would_blow_up_elsewhere_is_harmless_here() {
        long before = System.nanoTime();

        remote.roles().create(save("GET:/(a+)+b", "GET:/(a|aa)*c", "GET:/(.*.*.*.*.*)x"));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_role_that_somebody_has_and_a_built_in_one_stay() {
        remote.roles().create(save("GET:/api/x"));
        people.grant(people.newUser(), role);

        assertThat(assertRefused(ErrorCode.CONFLICT, () -> remote.roles().delete(admin, role))
                        .details())
                .containsEntry("users", 1L);
        assertRefused(ErrorCode.ILLEGAL_STATE, () -> remote.roles().delete(admin, "MERCHANT"));
    }

    @Test
    void the_admins_keep_their_own_pages() {
        List<String> shipped = remote.roles().role("ADMIN").permissions();

        assertRefused(ErrorCode.ILLEGAL_STATE, () -> remote.roles()
                .replace(new SaveRoleCommand(admin, "ADMIN", List.of("GET:/api/admin"))));
        assertThat(remote.roles().role("ADMIN").permissions())
                .isEqualTo(shipped)
                .containsAll(KEPT);
        assertThat(remote.roles()
                        .replace(new SaveRoleCommand(admin, "ADMIN", shipped))
                        .permissions())
                .isEqualTo(shipped);
    }

    @Test
    void nobody_but_an_active_admin_changes_roles_whatever_the_web_says() {
        ActingUser shopper = new ActingUser(people.newUser(), "192.0.2.7");
        ActingUser banned = people.newAdmin();
        people.setStatus(banned.userId(), "BANNED");
        remote.roles().create(save("GET:/api/x"));

        for (ActingUser actor : List.of(shopper, banned, new ActingUser(0, null), new ActingUser(4, null))) {
            SaveRoleCommand change = new SaveRoleCommand(actor, role, List.of("*:/.*"));
            assertRefused(ErrorCode.NO_PERMISSION, () -> remote.roles().create(change));
            assertRefused(ErrorCode.NO_PERMISSION, () -> remote.roles().replace(change));
            assertRefused(ErrorCode.NO_PERMISSION, () -> remote.roles().delete(actor, role));
        }
        assertThat(remote.roles().role(role).permissions()).containsExactly("GET:/api/x");
    }

    private SaveRoleCommand save(String... patterns) {
        return new SaveRoleCommand(admin, role, List.of(patterns));
    }
}
