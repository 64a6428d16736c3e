package org.gomall.product;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What a question costs the database, whatever else the machine does. */
public final class RowsRead {

    private RowsRead() {}

    /** Rows and index entries that this connection has read so far, in whatever way; ask within one transaction. */
    public static long by(JdbcClient jdbc) {
        return jdbc.sql("SHOW SESSION STATUS LIKE 'Handler_read%'").query().listOfRows().stream()
                .mapToLong(row -> Long.parseLong(row.get("Value").toString()))
                .sum();
    }
}
