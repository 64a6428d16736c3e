package org.gomall.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gomall.api.common.ActingUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes rows of people for tests, without the cost of hashing a password. */
public class People {

    /** Looks like a hash and matches no password. */
    public static final String NO_PASSWORD =
            "$argon2id$v=19$m=12288,t=3,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A name that nobody has. */
    public static String newName() {
        return "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** A user with role USER who cannot log in. */
    public long newUser() {
        String name = newName();
        long userId = UUID.randomUUID().getMostSignificantBits() >>> 1;
        jdbc.sql("""
                        INSERT INTO accounts (user_id, username, username_key, email, email_key, password_hash,
                                              password_changed_at, status, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), 'ACTIVE', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
                        """)
                .params(userId, name, name, name + "@example.org", name + "@example.org", NO_PASSWORD)
                .update();
        grant(userId, "USER");
        return userId;
    }

    /** A user with role ADMIN. */
    public ActingUser newAdmin() {
        long userId = newUser();
        grant(userId, "ADMIN");
        return new ActingUser(userId, "192.0.2.5");
    }

    /** Grants a role. */
    public void grant(long userId, String role) {
        jdbc.sql("INSERT INTO user_roles (user_id, role, granted_at) VALUES (?, ?, UTC_TIMESTAMP(6))")
                .params(userId, role)
                .update();
    }

    /** Bans or closes an account. */
    public void setStatus(long userId, String status) {
        jdbc.sql("UPDATE accounts SET status = ? WHERE user_id = ?")
                .params(status, userId)
                .update();
    }

    /** Everything that is stored of the addresses of a user. */
    public List<Map<String, Object>> addressRows(long userId) {
        return jdbc.sql("""
                        SELECT address_id, user_id, default_of, receiver, phone, province, city, district, street, zip,
                               updated_at
                        FROM addresses WHERE user_id = ? ORDER BY address_id
                        """).param(userId).query().listOfRows();
    }
}
