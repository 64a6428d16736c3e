package org.gomall.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** Looks at the rows behind the system, across all schemas. */
public final class Database {

    private final UnaryOperator<String> jdbcUrl;

    /** A new connection takes longer than most questions. */
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    Database(UnaryOperator<String> jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** All rows, each value as text; SQL names schemas itself. */
    public List<List<String>> rows(String sql, Object... arguments) {
        return ask(sql, arguments, Database::rows);
    }

    private static List<List<String>> rows(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** A single number; NULL counts as 0. */
    public long number(String sql, Object... arguments) {
        String value = rows(sql, arguments).get(0).get(0);
        return value == null ? 0 : Long.parseLong(value);
    }

    public int update(String sql, Object... arguments) {
        return ask(sql, arguments, PreparedStatement::executeUpdate);
    }

    private <T> T ask(String sql, Object[] arguments, Question<T> question) {
        try {
            Connection connection = connect();
            T answer;
            try (PreparedStatement statement = prepare(connection, sql, arguments)) {
                answer = question.put(statement);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            idle.add(connection);
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** One that is idle, unless the database has been away since. */
    private Connection connect() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isValid(1)) {
                return kept;
            }
            kept.close();
        }
        return DriverManager.getConnection(jdbcUrl.apply("gomall_order"), "gomall", "gomall");
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private interface Question<T> {

        T put(PreparedStatement statement) throws SQLException;
    }
}
