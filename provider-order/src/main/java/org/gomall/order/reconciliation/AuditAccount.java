package org.gomall.order.reconciliation;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Connections of the account that may read the schemas of all services and change none of them. Two at the
 * most (a look at everything, and a page), opened when somebody looks and closed again soon: the service itself never goes
 * this way.
 */
@Component
public class AuditAccount implements DisposableBean {

    private static final int MOST = 2;
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final HikariDataSource pool = new HikariDataSource();

    AuditAccount(
            @Value("${gomall.audit.url}") String url,
            @Value("${gomall.audit.user}") String user,
            @Value("${gomall.audit.password}") String password) {
        pool.setPoolName("audit");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(MOST);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(KEPT.toMillis());
        pool.setConnectionTimeout(WITHIN.toMillis());
    }

    /** A connection; waits a moment while others have both. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
