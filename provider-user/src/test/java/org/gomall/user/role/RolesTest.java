package org.gomall.user.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.RoleView;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@UserTest
class RolesTest {

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Test
    void built_in_roles_are_there_with_patterns_that_compile() {
        List<RoleView> roles = remote.roles().roles();

        assertThat(roles).extracting(RoleView::role).contains("ADMIN", "MERCHANT", "OPS", "USER");
        assertThat(roles).allSatisfy(role -> assertThat(role.permissions()).isNotEmpty());
        assertThat(roles).flatExtracting(RoleView::permissions).allSatisfy(pattern -> {
            assertThat(pattern).matches("(\\*|[A-Z]+):/.*");
            Pattern.compile(pattern.substring(pattern.indexOf(':') + 1));
        });
    }

    @Test
    void a_role_permits_its_own_paths_and_not_its_neighbours() {
        assertThat(permits("USER", "/api/orders/17/cancel")).isTrue();
        assertThat(permits("USER", "/api/users/me")).isTrue();
        assertThat(permits("USER", "/account/addresses")).isTrue();
        assertThat(permits("USER", "/api/users/1002")).isFalse();
        assertThat(permits("USER", "/api/ordersX")).isFalse();
        assertThat(permits("USER", "/api/merchant/orders")).isFalse();
        assertThat(permits("USER", "/api/merchant/shop")).isTrue();
        assertThat(permits("USER", "/api/merchant/shop/x")).isFalse();
        assertThat(permits("USER", "/merchant/shop")).isTrue();
        assertThat(permits("USER", "/merchant/products")).isFalse();
        assertThat(permits("USER", "/api/admin/users")).isFalse();
        assertThat(permits("MERCHANT", "/api/merchant/orders/1/ship")).isTrue();
        assertThat(permits("MERCHANT", "/api/admin/users")).isFalse();
        assertThat(permits("OPS", "/api/ops/flow-rules")).isTrue();
        assertThat(permits("OPS", "/api/admin/users")).isFalse();
        assertThat(permits("ADMIN", "/api/admin/users")).isTrue();
        assertThat(permits("ADMIN", "/ops")).isTrue();
    }

    @Test
    void an_account_has_the_patterns_of_all_its_roles_each_once() {
        long userId = people.newUser();
        people.grant(userId, "ADMIN");
        people.grant(userId, "OPS");

        AccountView account = remote.accounts().account(userId);

        assertThat(account.roles()).containsExactly("ADMIN", "OPS", "USER");
        assertThat(account.permissions())
                .doesNotHaveDuplicates()
                .containsAll(permissions("ADMIN"))
                .containsAll(permissions("OPS"))
                .containsAll(permissions("USER"))
                .doesNotContainAnyElementsOf(permissions("MERCHANT"));
    }

    private boolean permits(String role, String path) {
        return permissions(role).stream()
                .anyMatch(pattern -> path.matches(pattern.substring(pattern.indexOf(':') + 1)));
    }

    private List<String> permissions(String role) {
        return remote.roles().roles().stream()
                .filter(view -> view.role().equals(role))
                .findFirst()
                .orElseThrow()
                .permissions();
    }
}
