package org.gomall.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.user.Refusals.assertRefused;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.AuthenticateCommand;
import org.gomall.api.user.RegisterCommand;
import org.gomall.user.Concurrently;
import org.gomall.user.Concurrently.Outcome;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@UserTest
class RegisterTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private Remote remote;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_new_account_is_a_user_and_can_be_found() {
        String name = People.newName();

        AccountView account = remote.accounts().register(command(name));

        assertThat(account.userId()).isPositive();
        assertThat(account.username()).isEqualTo(name);
        assertThat(account.email()).isEqualTo(name + "@Example.org");
        assertThat(account.roles()).containsExactly("USER");
        assertThat(account.permissions()).isNotEmpty();
        assertThat(remote.accounts().account(account.userId())).isEqualTo(account);
    }

    @Test
    void the_password_is_stored_as_argon2id_and_nowhere_else() {
        String password = "unmistakable-" + People.newName();
        String name = People.newName();
        long userId = remote.accounts()
                .register(new RegisterCommand(name, name + "@example.org", password))
                .userId();
        remote.accounts().authenticate(new AuthenticateCommand(name, password, "192.0.2.1"));

        assertThat(jdbc.sql("SELECT password_hash FROM accounts WHERE user_id = ?")
                        .param(userId)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=12288,t=3,p=1$");
        assertThat(columnsHolding(name)).as("the search itself works").isNotEmpty();
        assertThat(columnsHolding(password)).isEmpty();
    }

    @Test
    void names_and_e_mail_addresses_are_taken_without_regard_to_case() {
        String name = People.newName();
        remote.accounts().register(command(name));
        String upper = name.toUpperCase(Locale.ROOT);

        assertThat(taken(new RegisterCommand(upper, "other@example.org", PASSWORD)))
                .containsOnlyKeys("username");
        assertThat(taken(new RegisterCommand(People.newName(), upper + "@EXAMPLE.ORG", PASSWORD)))
                .containsOnlyKeys("email");
        assertThat(taken(command(upper))).containsOnlyKeys("username", "email");
    }

    @Test
    void an_accent_makes_another_e_mail_address() {
        String name = People.newName();
        remote.accounts().register(new RegisterCommand(name, "e" + name + "@example.org", PASSWORD));

        assertThat(remote.accounts()
                        .register(new RegisterCommand(People.newName(), "é" + name + "@example.org", PASSWORD))
                        .userId())
                .isPositive();
    }

    @Test
    void of_twenty_at_once_with_one_name_in_different_case_one_gets_it() throws Exception {
        String name = People.newName();

        List<Outcome<AccountView>> outcomes = Concurrently.run(20, number -> remote.accounts()
                .register(new RegisterCommand(mixedCase(name, number), number + name + "@example.org", PASSWORD)));

        assertThat(outcomes).filteredOn(Outcome::ok).hasSize(1);
        // A machine that is too busy to hash twenty passwords in time may tell some to come again.
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.ok())
                .extracting(Outcome::refusal)
                .contains(ErrorCode.CONFLICT)
                .isSubsetOf(ErrorCode.CONFLICT, ErrorCode.RATE_LIMITED);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM accounts WHERE LOWER(username) = ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("""
                                SELECT COUNT(*) FROM user_roles r JOIN accounts a ON a.user_id = r.user_id
                                WHERE a.username_key = ?
                                """).param(name).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void malformed_wishes_are_refused_field_by_field_and_nothing_is_stored() {
        long before = accounts();

        assertThat(invalid(new RegisterCommand(null, null, null))).containsOnlyKeys("username", "email", "password");
        assertThat(invalid(new RegisterCommand("  ", " ", "       ")))
                .containsOnlyKeys("username", "email", "password");
        assertThat(invalid(new RegisterCommand("ab", "a@b", "1234567")))
                .containsOnlyKeys("username", "email", "password");
        assertThat(invalid(new RegisterCommand("a".repeat(33), "a".repeat(250) + "@b.org", "x".repeat(129))))
                .containsOnlyKeys("username", "email", "password");
        assertThat(invalid(new RegisterCommand("new\nline", "new\nline@example.org", PASSWORD)))
                .containsOnlyKeys("username", "email");
        assertThat(invalid(new RegisterCommand("nul\u0000", "bell\u0007@example.org", PASSWORD)))
                .containsOnlyKeys("username", "email");
        assertThat(invalid(new RegisterCommand("<script>", "a@example.org", PASSWORD)))
                .containsOnlyKeys("username");

        assertThat(accounts()).isEqualTo(before);
    }

    private Map<String, Object> taken(RegisterCommand command) {
        return assertRefused(ErrorCode.CONFLICT, () -> remote.accounts().register(command))
                .details();
    }

    private Map<String, Object> invalid(RegisterCommand command) {
        BusinessException refusal =
                assertRefused(ErrorCode.VALIDATION, () -> remote.accounts().register(command));
        return refusal.details();
    }

    private long accounts() {
        return jdbc.sql("SELECT COUNT(*) FROM accounts").query(Long.class).single();
    }

    /** All text columns of the schema in which the text stands somewhere. */
    private List<String> columnsHolding(String text) {
        record Column(String tableName, String columnName) {}
        return jdbc
                .sql("""
                        SELECT table_name AS table_name, column_name AS column_name FROM information_schema.columns
                        WHERE table_schema = DATABASE()
                          AND data_type IN ('char', 'varchar', 'text', 'mediumtext', 'longtext', 'json')
                        """)
                .query((row, n) -> new Column(row.getString("table_name"), row.getString("column_name")))
                .list()
                .stream()
                .filter(column -> jdbc.sql("SELECT COUNT(*) FROM `" + column.tableName() + "` WHERE `"
                                        + column.columnName() + "` LIKE ?")
                                .param("%" + text + "%")
                                .query(Long.class)
                                .single()
                        > 0)
                .map(column -> column.tableName() + "." + column.columnName())
                .toList();
    }

    private static RegisterCommand command(String name) {
        return new RegisterCommand(name, name + "@Example.org", PASSWORD);
    }

    private static String mixedCase(String name, int bits) {
        StringBuilder mixed = new StringBuilder(name);
        for (int i = 0; i < Math.min(5, name.length()); i++) {
            if ((bits >> i & 1) == 1) {
                mixed.setCharAt(i, Character.toUpperCase(mixed.charAt(i)));
            }
        }
        return mixed.toString();
    }
}
