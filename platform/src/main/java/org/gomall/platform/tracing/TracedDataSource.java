package org.gomall.platform.tracing;

import io.opentelemetry.api.trace.SpanKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Makes a span of every statement and every end of a transaction. Spans hold the text with its question marks, no values. */
final class TracedDataSource extends DelegatingDataSource {

    private static final int LONGEST_TEXT = 1_000;

    TracedDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, connection, (method, arguments) -> onConnection(connection, method, arguments));
    }

    private static Object onConnection(Connection connection, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "prepareStatement" -> {
                PreparedStatement statement = (PreparedStatement) invoke(connection, method, arguments);
                String sql = (String) arguments[0];
                return proxy(
                        PreparedStatement.class,
                        statement,
                        (called, values) -> onStatement(statement, sql, called, values));
            }
            case "createStatement" -> {
                Statement statement = (Statement) invoke(connection, method, arguments);
                return proxy(
                        Statement.class, statement, (called, values) -> onStatement(statement, null, called, values));
            }
            case "commit", "rollback" -> {
                return traced(method.getName().toUpperCase(Locale.ROOT), () -> invoke(connection, method, arguments));
            }
            default -> {
                return invoke(connection, method, arguments);
            }
        }
    }

    private static Object onStatement(Statement statement, String prepared, Method method, Object[] arguments)
            throws Throwable {
        if (!method.getName().startsWith("execute")) {
            return invoke(statement, method, arguments);
        }
        String sql = prepared != null || arguments == null ? prepared : String.valueOf(arguments[0]);
        return traced(sql, () -> invoke(statement, method, arguments));
    }

    private static Object traced(String sql, Call call) throws Throwable {
        try (OpenSpan span = Spans.child(SpanKind.CLIENT, "SQL " + verb(sql))) {
            if (span.isRecording()) {
                span.tag("db.system.name", "mysql");
                if (sql != null) {
                    span.tag("db.query.text", sql.length() > LONGEST_TEXT ? sql.substring(0, LONGEST_TEXT) : sql);
                }
            }
            try {
                return call.run();
            } catch (SQLException | RuntimeException e) {
                span.failed(e);
                throw e;
            }
        }
    }

    private static String verb(String sql) {
        if (sql == null) {
            return "batch";
        }
        String text = sql.strip();
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toUpperCase(Locale.ROOT);
    }

    @FunctionalInterface
    private interface Call {
        Object run() throws Throwable;
    }

    @FunctionalInterface
    private interface Around {
        Object invoke(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Around around) {
        InvocationHandler handler = (self, method, arguments) -> switch (method.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "unwrap", "isWrapperFor", "toString" -> invoke(target, method, arguments);
            default -> around.invoke(method, arguments);
        };
        return type.cast(
                Proxy.newProxyInstance(TracedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
