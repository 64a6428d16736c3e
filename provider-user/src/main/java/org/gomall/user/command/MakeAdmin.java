package org.gomall.user.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives an existing account the role ADMIN: how a mall without demo accounts gets its first admin. Plain JDBC with the
 * settings of provider-user (GOMALL_DB, GOMALL_DB_USER, GOMALL_DB_PASSWORD, GOMALL_SCHEMA), so that it needs nothing but the
 * database and whoever can run it could change the database anyway. A live session has the role two seconds later.
 */
public final class MakeAdmin {

    private static final String DETAILS = "{\"after\":\"ADMIN\",\"by\":\"command line\"}";

    private final Connection database;

    private MakeAdmin(Connection database) {
        this.database = database;
    }

    /** {@code MakeAdmin USERNAME}; ends with 1 when there is no such account. */
    public static void main(String[] arguments) {
        // A command answers the person who typed it; that is no line for the log.
        PrintStream answer = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (arguments.length != 1 || arguments[0].isBlank()) {
            answer.println("Say who: make-admin USERNAME");
            System.exit(2);
        }
        Map<String, String> settings = System.getenv();
        String url = "jdbc:mysql://" + settings.getOrDefault("GOMALL_DB", "127.0.0.1:13306") + "/"
                + settings.getOrDefault("GOMALL_SCHEMA", "gomall_user")
                + "?connectTimeout=5000&socketTimeout=10000&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                + "&sslMode=PREFERRED&allowPublicKeyRetrieval=true&characterEncoding=UTF-8";
        try (Connection database = DriverManager.getConnection(
                url,
                settings.getOrDefault("GOMALL_DB_USER", "gomall"),
                settings.getOrDefault("GOMALL_DB_PASSWORD", "gomall"))) {
            Outcome outcome = run(database, arguments[0]);
            answer.println(outcome.sentence());
            System.exit(outcome.done() ? 0 : 1);
        } catch (SQLException e) {
            answer.println("The database does not answer as it should: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * What came of it.
     *
     * @param done whether the account is an admin now
     */
    record Outcome(boolean done, String sentence) {}

    /** Does it over an open connection; once more changes nothing. */
    static Outcome run(Connection database, String username) throws SQLException {
        return new MakeAdmin(database).grant(username.strip());
    }

    private Outcome grant(String username) throws SQLException {
        database.setAutoCommit(false);
        try {
            Optional<Long> user = active(username);
            if (user.isEmpty()) {
                database.rollback();
                return new Outcome(
                        false, "There is no active account called " + username + ". Register it in the shop first.");
            }
            boolean changed = addRole(user.get());
            if (changed) {
                addAuditEntry(user.get());
            }
            database.commit();
            return new Outcome(true, username + (changed ? " is an admin now." : " is an admin already."));
        } catch (SQLException e) {
            database.rollback();
            throw e;
        }
    }

    private Optional<Long> active(String username) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT user_id FROM accounts WHERE username_key = ? AND status = 'ACTIVE' FOR UPDATE")) {
            query.setString(1, username.toLowerCase(Locale.ROOT));
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
            }
        }
    }

    private boolean addRole(long userId) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
                INSERT INTO user_roles (user_id, role, granted_at)
                SELECT ?, 'ADMIN', UTC_TIMESTAMP(6) FROM roles
                WHERE role = 'ADMIN' AND NOT EXISTS (SELECT 1 FROM user_roles WHERE user_id = ? AND role = 'ADMIN')
                """)) {
            insert.setLong(1, userId);
            insert.setLong(2, userId);
            return insert.executeUpdate() == 1;
        }
    }

    /** Negative numbers are never leased to a service, so this one cannot meet theirs. */
    private void addAuditEntry(long userId) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
                INSERT INTO audit_log (entry_id, actor_id, ip, action, subject, details, done_at)
                VALUES (?, 0, NULL, 'user.roles', ?, ?, UTC_TIMESTAMP(6))
                """)) {
            insert.setLong(1, -ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
            insert.setString(2, "user:" + userId);
            insert.setString(3, DETAILS);
            insert.executeUpdate();
        }
    }
}
