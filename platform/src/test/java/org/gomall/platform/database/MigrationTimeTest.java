package org.gomall.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.gomall.platform.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class MigrationTimeTest {

    @Autowired
    private Flyway flyway;

    @Autowired
    private DataSource pool;

    @Test
    void a_migration_may_take_longer_than_a_statement() throws SQLException {
        try (Connection migrating = flyway.getConfiguration().getDataSource().getConnection();
                Connection serving = pool.getConnection()) {
            assertThat(migrating.getNetworkTimeout()).isZero();
            assertThat(serving.getNetworkTimeout()).isPositive();
        }
    }
}
