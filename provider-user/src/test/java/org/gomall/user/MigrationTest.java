package org.gomall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.AuthenticateCommand;
import org.gomall.api.user.ShopView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@UserTest
class MigrationTest {

    private static final List<String> TABLES = List.of(
            "accounts",
            "login_failures",
            "roles",
            "role_permissions",
            "user_roles",
            "addresses",
            "shops",
            "shop_history",
            "audit_log");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Flyway flyway;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Test
    void migrations_make_all_tables_and_are_complete() {
        assertThat(jdbc.sql("SELECT LOWER(table_name) FROM information_schema.tables WHERE table_schema = DATABASE()")
                        .query(String.class)
                        .list())
                .containsAll(TABLES);
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    @Test
    void without_the_demo_profile_there_are_no_accounts_but_the_built_in_roles() {
        assertThat(List.of(flyway.info().all()))
                .noneMatch(migration -> migration.getDescription().contains("demo"));
        assertThat(jdbc.sql("SELECT role FROM roles WHERE built_in ORDER BY role")
                        .query(String.class)
                        .list())
                .containsExactly("ADMIN", "MERCHANT", "OPS", "USER");
    }

    @Test
    void demo_people_can_log_in_and_loading_them_again_changes_nothing() {
        loadDemo();
        jdbc.sql("UPDATE accounts SET nickname = 'Alicia' WHERE user_id = 1001").update();
        loadDemo();

        assertThat(List.of("alice", "bob", "nova", "orbit", "admin", "ops"))
                .extracting(name ->
                        remote.accounts().authenticate(new AuthenticateCommand(name, "gomall-demo", "192.0.2.1")))
                .extracting(AccountView::userId)
                .containsExactly(1001L, 1002L, 1003L, 1004L, 1005L, 1006L);
        assertThat(remote.accounts().account(1003).roles()).containsExactly("MERCHANT", "USER");
        assertThat(remote.accounts().account(1005).roles()).containsExactly("ADMIN", "USER");
        assertThat(remote.accounts().account(1006).roles()).containsExactly("OPS", "USER");
        assertThat(remote.accounts().profile(1001).nickname()).isEqualTo("Alicia");
        assertThat(remote.addresses().list(1001)).singleElement().matches(address -> address.isDefault());
        assertThat(remote.addresses().list(1002)).singleElement().matches(address -> address.isDefault());
        assertThat(remote.shops().shops(List.of(2001L, 2002L)))
                .extracting(ShopView::name)
                .containsExactlyInAnyOrder("Nova Home & Living", "Orbit Digital");
        assertThat(remote.shops().shopOfOwner(1003).nameZh()).isEqualTo("星禾家居");
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT password_hash) FROM accounts WHERE user_id BETWEEN 1001 AND 1006")
                        .query(Long.class)
                        .single())
                .as("a salt each")
                .isEqualTo(6);
    }

    @Test
    void the_schema_itself_refuses_what_must_never_be() {
        long userId = people.newUser();

        assertThatThrownBy(() -> people.setStatus(userId, "VIP")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("UPDATE accounts SET password_hash = 'secret' WHERE user_id = ?")
                        .param(userId)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> people.grant(userId, "NO_SUCH_ROLE"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void loadDemo() {
        ResourceDatabasePopulator demo = new ResourceDatabasePopulator();
        demo.setSqlScriptEncoding("UTF-8");
        demo.addScript(new ClassPathResource("db/demo/R__demo_users.sql"));
        demo.execute(dataSource);
    }
}
