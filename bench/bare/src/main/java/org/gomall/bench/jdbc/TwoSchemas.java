package org.gomall.bench.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gomall.bench.load.Client;
import org.gomall.bench.load.Clients;
import org.gomall.bench.load.Console;

/**
 * The least that an order can be: in one transaction a row into one schema and a piece out of the hot row of another, the
 * hot row last. Two statements and a commit over one connection, without any framework.
 */
public final class TwoSchemas implements Client {

    /** The table of orders; behind it come the parameters of {@link #main}. */
    public static final String ORDERS = """
            CREATE TABLE orders (order_id BIGINT NOT NULL PRIMARY KEY, user_id BIGINT NOT NULL, sku_id BIGINT NOT NULL,
            quantity INT NOT NULL, total_cents BIGINT NOT NULL, status VARCHAR(16) NOT NULL, created_at DATETIME(6) NOT NULL,
            KEY idx_user (user_id, created_at)) ENGINE = InnoDB""";

    /** The table of stock. */
    public static final String STOCK = """
            CREATE TABLE stock (sku_id BIGINT NOT NULL PRIMARY KEY, available INT NOT NULL, reserved INT NOT NULL,
            CHECK (available >= 0)) ENGINE = InnoDB""";

    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 20);

    private final Connection connection;
    private final PreparedStatement order;
    private final PreparedStatement stock;

    private TwoSchemas(Connection connection, String orders, String stocks) throws SQLException {
        this.connection = connection;
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        order = connection.prepareStatement("INSERT INTO " + orders
                + ".orders (order_id, user_id, sku_id, quantity, total_cents, status, created_at)"
                + " VALUES (?, ?, 1, 1, 9900, 'CREATED', UTC_TIMESTAMP(6))");
        stock = connection.prepareStatement("UPDATE " + stocks
                + ".stock SET available = available - 1, reserved = reserved + 1 WHERE sku_id = 1 AND available >= 1");
    }

    /**
     * Works until its input ends.
     *
     * @param args the URL, the user, the password, the schema of orders and that of stock
     */
    public static void main(String[] args) throws IOException {
        Clients clients = (number, of) ->
                new TwoSchemas(DriverManager.getConnection(args[0], args[1], args[2]), args[3], args[4]);
        new Console(Map.of("commits", clients)).listen(System.in, System.out);
    }

    @Override
    public void once() throws SQLException {
        try {
            long id = IDS.incrementAndGet();
            order.setLong(1, id);
            order.setLong(2, id % 1_000);
            order.executeUpdate();
            if (stock.executeUpdate() != 1) {
                throw new SQLException("sold out");
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone either way.
        }
    }
}
