package org.gomall.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Below the pool: connections that go from transactions to single statements and back only when a statement needs it. A
 * transaction begins with {@code SET autocommit=0} and leaves {@code SET autocommit=1} behind, two round trips of about as much work
 * as a small statement; where one transaction follows the other on a connection, nobody needs them.
 *
 * <p>For whoever uses a connection nothing changes: a statement runs in the mode that was asked for last, and leaving a transaction
 * that is still open commits it, as JDBC says.
 */
final class LazyModeDataSource extends DelegatingDataSource {

    LazyModeDataSource(DataSource driver) {
        super(driver);
    }

    /** Puts itself below every pool, before the pool is used. */
    static BeanPostProcessor belowPools() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && pool.getDataSource() == null) {
                    putBelow(pool);
                }
                return bean;
            }
        };
    }

    static void putBelow(HikariDataSource pool) {
        pool.setDataSource(new LazyModeDataSource(new DriverDataSource(
                pool.getJdbcUrl(),
                pool.getDriverClassName(),
                pool.getDataSourceProperties(),
                pool.getUsername(),
                pool.getPassword())));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return lazy(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return lazy(super.getConnection(user, password));
    }

    private static Connection lazy(Connection connection) {
        return (Connection) proxy(Connection.class, new Mode(connection)::call);
    }

    /** One connection to the server; as every connection, used by one thread at a time. */
    private static final class Mode {

        private final Connection connection;
        private boolean wanted = true;
        private boolean real = true;
        private boolean open;

        Mode(Connection connection) {
            this.connection = connection;
        }

        Object call(Object self, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "setAutoCommit" -> {
                    want((Boolean) arguments[0]);
                    return null;
                }
                case "getAutoCommit" -> {
                    return wanted;
                }
                case "createStatement", "prepareStatement", "prepareCall" -> {
                    return statement(method.getReturnType(), CALLS.invoke(connection, method, arguments));
                }
                // The driver asks the server by itself.
                case "setSavepoint", "getMetaData" -> apply();
                case "commit", "rollback" -> {
                    return arguments == null ? end(method) : CALLS.invoke(connection, method, arguments);
                }
                default -> {
                    // The same in either mode.
                }
            }
            return CALLS.invoke(connection, method, arguments);
        }

        private Object statement(Class<?> kind, Object statement) {
            return proxy(kind, (self, method, arguments) -> {
                if (method.getName().startsWith("execute")) {
                    apply();
                }
                return CALLS.invoke(statement, method, arguments);
            });
        }

        /** A transaction without a statement has not begun. */
        private Object end(Method how) throws Throwable {
            if (wanted) {
                apply();
            } else if (!open) {
                return null;
            }
            open = false;
            return CALLS.invoke(connection, how, null);
        }

        private void want(boolean autoCommit) throws SQLException {
            wanted = autoCommit;
            if (autoCommit && open) {
                apply();
            }
        }

        /** Before every statement. */
        private void apply() throws SQLException {
            if (real != wanted) {
                connection.setAutoCommit(wanted);
                real = wanted;
            }
            open = !wanted;
        }
    }

    private static final InvocationHandler CALLS = (target, method, arguments) -> {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    };

    private static Object proxy(Class<?> type, InvocationHandler calls) {
        return Proxy.newProxyInstance(
                LazyModeDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> calls.invoke(self, method, arguments);
                });
    }
}
