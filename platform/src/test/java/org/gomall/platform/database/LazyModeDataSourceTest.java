package org.gomall.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.gomall.platform.id.Ids;
import org.gomall.platform.sample.SampleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A pool with one connection, seen from another one. */
@SampleTest
class LazyModeDataSourceTest {

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient others;

    @Autowired
    private Ids ids;

    private final HikariDataSource pool = new HikariDataSource();
    private JdbcClient jdbc;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() {
        pool.setJdbcUrl(environment.getRequiredProperty("spring.datasource.url"));
        pool.setUsername(environment.getRequiredProperty("spring.datasource.username"));
        pool.setPassword(environment.getRequiredProperty("spring.datasource.password"));
        pool.setMaximumPoolSize(1);
        LazyModeDataSource.putBelow(pool);
        jdbc = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void one_transaction_after_the_other_changes_the_mode_once() {
        long before = modeChanges();

        for (int i = 0; i < 5; i++) {
            transaction.executeWithoutResult(status -> insert(ids.next()));
        }

        // Once into transactions, and once out of them for this very question.
        assertThat(modeChanges() - before).isEqualTo(2);
    }

    /** The driver asks whether the session may write, before each write, unless its URL tells it not to. */
    @Test
    void a_write_is_one_round_trip() {
        long before = questions();

        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 5; i++) {
                insert(ids.next());
            }
        });

        // Into the transaction, five writes, the commit, out of it, and this very question.
        assertThat(questions() - before).isEqualTo(9);
    }

    @Test
    void a_statement_after_a_transaction_commits_by_itself() {
        long inside = ids.next();
        long alone = ids.next();

        transaction.executeWithoutResult(status -> insert(inside));
        insert(alone);

        assertThat(seen(inside)).isTrue();
        assertThat(seen(alone)).isTrue();
    }

    @Test
    void a_transaction_after_a_statement_is_one() {
        long alone = ids.next();
        long undone = ids.next();

        insert(alone);
        transaction.executeWithoutResult(status -> {
            insert(undone);
            assertThat(seen(undone)).isFalse();
            status.setRollbackOnly();
        });
        insert(ids.next());

        assertThat(seen(alone)).isTrue();
        assertThat(seen(undone)).isFalse();
    }

    @Test
    void leaving_an_open_transaction_commits_it() throws SQLException {
        long note = ids.next();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().executeUpdate(text(note));
            assertThat(seen(note)).isFalse();
            connection.setAutoCommit(true);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(seen(note)).isTrue();
        }
    }

    @Test
    void a_transaction_without_a_statement_ends_like_any_other() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.commit();
            connection.rollback();
            connection.setAutoCommit(true);
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }
        transaction.executeWithoutResult(status -> {});
    }

    @Test
    void a_connection_that_comes_back_in_the_middle_of_a_transaction_is_rolled_back() throws SQLException {
        long note = ids.next();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().executeUpdate(text(note));
        }
        insert(ids.next());

        assertThat(seen(note)).isFalse();
    }

    private void insert(long note) {
        jdbc.sql(text(note)).update();
    }

    private static String text(long note) {
        return "INSERT INTO note (note_id, text, written_at, status) VALUES (" + note
                + ", 'mode', UTC_TIMESTAMP(6), 'DRAFT')";
    }

    private boolean seen(long note) {
        return others.sql("SELECT COUNT(*) FROM note WHERE note_id = ?")
                        .param(note)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private long modeChanges() {
        return count("Com_set_option");
    }

    /** Everything that this session has sent. */
    private long questions() {
        return count("Questions");
    }

    private long count(String what) {
        return jdbc.sql("SHOW SESSION STATUS LIKE '" + what + "'")
                .query((row, n) -> row.getLong(2))
                .single();
    }
}
