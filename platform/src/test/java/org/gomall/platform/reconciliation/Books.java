package org.gomall.platform.reconciliation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.gomall.localstack.TestStack;

/**
 * The schemas of all services with a small mall in them in which every law holds. The services themselves never use these
 * schemas of the test servers; their tests have others.
 */
final class Books {

    private static final String ADDRESS = "'Ann', '1', 'P', 'C', NULL, 'S', NULL";
    private static final String NOW = "UTC_TIMESTAMP(6)";

    private static final List<String> CONTENTS = List.of(
            "INSERT INTO gomall_stock.stock (sku_id, total, available, reserved, sold) VALUES (1, 10, 6, 2, 2)",
            "INSERT INTO gomall_stock.stock_ledger (entry_id, sku_id, delta, reason, created_at) VALUES (1, 1, 10, 'r', "
                    + NOW + ")",
            order(11, 2, "CREATED", "NULL", "NULL", 0),
            order(12, 1, "PAID", "501", "NULL", 0),
            order(13, 1, "CANCELLED", "NULL", "'USER'", 0),
            order(14, 1, "REFUNDED", "502", "NULL", 100),
            order(15, 1, "PAID", "503", "NULL", 0),
            set(11, 200),
            set(12, 100),
            set(13, 100),
            set(14, 100),
            set(15, 100),
            item(11, 2),
            item(12, 1),
            item(13, 1),
            item(14, 1),
            item(15, 1),
            held(11, 2, "RESERVED"),
            held(12, 1, "SOLD"),
            held(13, 1, "RELEASED"),
            held(14, 1, "RETURNED"),
            held(15, 1, "SOLD"),
            "INSERT INTO gomall_order.refund_request (refund_id, order_id, open_order_id, user_id, shop_id, payment_id,"
                    + " idempotency_key, status, amount_cents, reason, order_status, created_at, updated_at)"
                    + " VALUES (701, 14, NULL, 7, 1, 502, 'k', 'DONE', 100, 'r', 'PAID', " + NOW + ", " + NOW + ")",
            payment(501, "WALLET", "SUCCEEDED", 100, 0),
            payment(502, "WALLET", "REFUNDED", 100, 100),
            payment(503, "CARD", "SUCCEEDED", 100, 0),
            payment(504, "CARD", "FAILED", 200, 0),
            share(501, 12, 100, 0, "12"),
            share(502, 14, 100, 100, "NULL"),
            share(503, 15, 100, 0, "15"),
            share(504, 11, 200, 0, "NULL"),
            "INSERT INTO gomall_payment.refund (refund_id, refund_key, payment_id, order_id, amount_cents, reason,"
                    + " created_at) VALUES (601, 'k', 502, 14, 100, 'r', " + NOW + ")",
            "INSERT INTO gomall_payment.charge (payment_id, card_id, token, status, due_at)"
                    + " VALUES (503, 1, NULL, 'SUCCEEDED', NULL), (504, 1, NULL, 'DECLINED', NULL)",
            "INSERT INTO gomall_payment.sandbox_charge (reference, amount_cents, currency, status, created_at)"
                    + " VALUES ('503', 100, 'CNY', 'SUCCEEDED', " + NOW + "), ('504', 200, 'CNY', 'DECLINED', " + NOW
                    + ")",
            "INSERT INTO gomall_payment.wallet (user_id, balance_cents, created_at) VALUES (7, 900, " + NOW + ")",
            entries(801, "TOP_UP", 801, "SANDBOX_FUNDING", 1_000, 1_000),
            entries(803, "PAYMENT", 501, "SALES_CLEARING", -100, 900),
            entries(805, "PAYMENT", 502, "SALES_CLEARING", -100, 800),
            entries(807, "REFUND", 601, "SALES_CLEARING", 100, 900),
            "INSERT INTO gomall_payment.ledger_entry (entry_id, kind, reference_id, account, user_id, amount_cents,"
                    + " balance_cents, created_at) VALUES"
                    + " (809, 'PAYMENT', 503, 'CARD_CLEARING', 0, -100, NULL, " + NOW + "),"
                    + " (810, 'PAYMENT', 503, 'SALES_CLEARING', 0, 100, NULL, " + NOW + ")",
            "INSERT INTO gomall_payment.idempotency (user_id, kind, idempotency_key, request_hash, result_id, created_at)"
                    + " VALUES (7, 'PAY', 'a', 'h', 501, " + NOW + "), (7, 'TOP_UP', 'b', 'h', 801, " + NOW + ")");

    private Books() {}

    /** Makes the schemas as their services would, empty. */
    static TestStack schemas() {
        TestStack stack = TestStack.shared();
        for (String service : List.of("user", "product", "stock", "order", "payment")) {
            Flyway.configure()
                    .dataSource(stack.jdbcUrl("gomall_" + service), "gomall", "gomall")
                    .locations("classpath:db/platform", "filesystem:" + sql("gomall_" + service))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .outOfOrder(true)
                    .load()
                    .migrate();
        }
        return stack;
    }

    /** A connection of the services' account, on which a transaction with a mall in good order is open. */
    static Connection open(TestStack stack) throws SQLException {
        Connection connection = DriverManager.getConnection(stack.jdbcUrl("gomall_order"), "gomall", "gomall");
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String insert : CONTENTS) {
                statement.execute(insert);
            }
        }
        return connection;
    }

    private static Path sql(String schema) {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("sql").resolve(schema))) {
            here = here.getParent();
        }
        return here.resolve("sql").resolve(schema);
    }

    private static String order(long id, int pieces, String status, String payment, String reason, long refunded) {
        return "INSERT INTO gomall_order.orders (order_id, order_set_id, user_id, shop_id, status, items_cents,"
                + " shipping_cents, discount_cents, total_cents, receiver, phone, province, city, district, street, zip,"
                + " payment_id, cancel_reason, refunded_cents, created_at, expires_at) VALUES ("
                + id + ", " + id + ", 7, 1, '" + status + "', " + pieces * 100 + ", 0, 0, " + pieces * 100 + ", "
                + ADDRESS
                + ", " + payment + ", " + reason + ", " + refunded + ", " + NOW + ", " + NOW + ")";
    }

    private static String set(long id, long cents) {
        return "INSERT INTO gomall_order.order_set (order_set_id, user_id, idempotency_key, request_hash, status,"
                + " total_cents, created_at) VALUES (" + id + ", 7, 'k" + id + "', 'h', 'DONE', " + cents + ", " + NOW
                + ")";
    }

    private static String item(long id, int pieces) {
        return "INSERT INTO gomall_order.order_item (order_id, sku_id, line_no, product_id, product_name, specs,"
                + " price_cents, quantity, total_cents) VALUES (" + id + ", 1, 1, 1, 'Mug', '{}', 100, " + pieces + ", "
                + pieces * 100 + ")";
    }

    private static String held(long id, int pieces, String status) {
        return "INSERT INTO gomall_stock.reservation (order_id, sku_id, quantity, status, created_at, updated_at) VALUES ("
                + id + ", 1, " + pieces + ", '" + status + "', " + NOW + ", " + NOW + ")";
    }

    private static String payment(long id, String method, String status, long cents, long refunded) {
        return "INSERT INTO gomall_payment.payment (payment_id, user_id, method, status, amount_cents, refunded_cents,"
                + " created_at, updated_at) VALUES (" + id + ", 7, '" + method + "', '" + status + "', " + cents + ", "
                + refunded + ", " + NOW + ", " + NOW + ")";
    }

    private static String share(long id, long order, long cents, long refunded, String claimed) {
        return "INSERT INTO gomall_payment.payment_order (payment_id, order_id, amount_cents, refunded_cents,"
                + " claimed_order_id) VALUES (" + id + ", " + order + ", " + cents + ", " + refunded + ", " + claimed
                + ")";
    }

    private static String entries(long id, String kind, long reference, String against, long wallet, long balance) {
        return "INSERT INTO gomall_payment.ledger_entry (entry_id, kind, reference_id, account, user_id, amount_cents,"
                + " balance_cents, created_at) VALUES (" + id + ", '" + kind + "', " + reference + ", 'WALLET', 7, "
                + wallet
                + ", " + balance + ", " + NOW + "), (" + (id + 1) + ", '" + kind + "', " + reference + ", '" + against
                + "', 0, " + -wallet + ", NULL, " + NOW + ")";
    }
}
