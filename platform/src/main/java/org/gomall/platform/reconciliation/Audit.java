package org.gomall.platform.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One look at all laws. Every schema is seen as it was at the same moment (a consistent snapshot), nothing is locked, and no
 * statement runs longer than its limit.
 */
public final class Audit {

    /** So many of the things that break a law are listed; who has more has another problem than reading them. */
    public static final int MOST_ROWS = 50;

    private Audit() {}

    /**
     * Looks at all laws.
     *
     * @param connection of an account that may read every schema; as it was when this returns
     * @param limit how long each law may take
     * @throws SQLException when there is no snapshot; a law that fails by itself is a finding with a problem
     */
    public static List<Finding> run(Connection connection, List<Law> laws, Duration limit) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            List<Finding> findings = new ArrayList<>(laws.size());
            for (Law law : laws) {
                findings.add(look(statement, law, limit));
            }
            statement.execute("ROLLBACK");
            return findings;
        } finally {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
        }
    }

    /** What breaks this law in the transaction that the statement is in. */
    static Finding look(Statement statement, Law law, Duration limit) {
        try {
            statement.setQueryTimeout((int) Math.max(1, limit.toSeconds()));
            List<Map<String, String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(law.query(MOST_ROWS))) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return new Finding(law, List.copyOf(rows), null);
        } catch (SQLException e) {
            return new Finding(law, List.of(), e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            String value = result.getString(column);
            row.put(result.getMetaData().getColumnLabel(column), value == null ? "-" : value);
        }
        return row;
    }
}
