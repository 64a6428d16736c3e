package org.gomall.bench.mall;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.platform.reconciliation.Law;
import org.gomall.platform.reconciliation.Laws;

/** The database behind the mall: what its counters say, and whether the laws hold. */
public final class Database {

    private static final int SHOWN = 3;

    private final String url;
    private final String user;
    private final String password;

    Database(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Every violation of a law in words; empty when all is well. */
    public List<String> violations() {
        List<String> found = new ArrayList<>();
        for (Law law : Laws.all()) {
            List<List<String>> rows = rows(law.query(SHOWN));
            if (!rows.isEmpty()) {
                found.add(law.code() + " " + law.title() + ": " + rows);
            }
        }
        return found;
    }

    /** How many statements of each kind the server has executed since it started. */
    public Map<String, Long> statements() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String kind : List.of("select", "insert", "update", "delete", "commit", "rollback")) {
            counts.put(
                    kind,
                    Long.parseLong(rows("SHOW GLOBAL STATUS LIKE 'Com_" + kind + "'")
                            .get(0)
                            .get(1)));
        }
        return counts;
    }

    /** How many rows and index entries the server has read since it started, in whatever way. */
    public long rowsRead() {
        return rows("SHOW GLOBAL STATUS LIKE 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(row.get(1)))
                .sum();
    }

    /** A single number. */
    public long number(String sql) {
        return Long.parseLong(rows(sql).get(0).get(0));
    }

    /** Executes statements that answer nothing. */
    public void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    private List<List<String>> rows(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
