package org.gomall.platform.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gomall.localstack.TestStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every law is broken by hand, and it and no other one is reported. */
class LawsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static TestStack stack;

    @BeforeAll
    static void schemas() {
        stack = Books.schemas();
    }

    @Test
    void a_mall_in_good_order_breaks_no_law() throws SQLException {
        try (Connection connection = Books.open(stack)) {
            assertThat(broken(connection)).isEmpty();
            connection.rollback();
        }
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("breakages")
    void what_breaks_a_law_is_reported_with_its_ids(String laws, String sql, String shown) throws SQLException {
        try (Connection connection = Books.open(stack);
                Statement statement = connection.createStatement()) {
            // Somebody who changes rows by hand is stopped by the checks of the tables, unless he switches them off.
            statement.execute("SET SESSION check_constraint_checks = 0");
            statement.execute(sql);
            List<Finding> broken = broken(connection);
            connection.rollback();

            assertThat(keys(broken)).containsExactlyInAnyOrder(laws.split(" "));
            assertThat(broken.toString()).contains(shown);
        }
    }

    @Test
    void every_law_is_broken_by_some_test() {
        Set<String> tried = breakages()
                .flatMap(breakage -> Stream.of(breakage.get()[0].toString().split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(
                        Laws.all().stream().map(Law::key).toList());
    }

    @Test
    void the_auditor_sees_all_schemas_at_one_moment_and_can_change_none() throws SQLException {
        try (Connection auditor = DriverManager.getConnection(stack.jdbcUrl(""), "gomall_audit", "gomall-audit");
                Statement statement = auditor.createStatement()) {
            assertThat(Audit.run(auditor, Laws.all(), LIMIT))
                    .hasSize(Laws.all().size())
                    .allSatisfy(finding -> assertThat(finding.problem()).isNull());
            assertThat(auditor.getAutoCommit()).isTrue();
            for (String write : List.of(
                    "UPDATE gomall_stock.stock SET total = 0",
                    "DELETE FROM gomall_payment.ledger_entry",
                    "CREATE TABLE gomall_order.mine (id INT)")) {
                assertThat(refused(statement, write)).as(write).isTrue();
            }
        }
    }

    @Test
    void a_law_that_takes_too_long_is_unchecked_and_the_others_are_checked() throws SQLException {
        Law slow = new Law("I0", "slow", "t", "r", Duration.ZERO, "SELECT SLEEP(20) AS slept, 1 AS one");
        List<Law> laws = new ArrayList<>(List.of(slow));
        laws.addAll(Laws.all());
        try (Connection auditor = DriverManager.getConnection(stack.jdbcUrl(""), "gomall_audit", "gomall-audit")) {
            List<Finding> findings = Audit.run(auditor, laws, Duration.ofSeconds(1));

            assertThat(findings.get(0).problem()).isNotNull();
            assertThat(findings.subList(1, findings.size()))
                    .allSatisfy(finding -> assertThat(finding.problem()).isNull());
        }
    }

    static Stream<Arguments> breakages() {
        return Stream.of(
                breakage("stock-sum", "UPDATE gomall_stock.stock SET available = 5 WHERE sku_id = 1", "sku_id=1"),
                breakage(
                        "stock-sum",
                        "UPDATE gomall_stock.stock SET available = -1, total = 10 WHERE sku_id = 1",
                        "available=-1"),
                breakage(
                        "stock-held",
                        "UPDATE gomall_stock.stock SET available = 7, reserved = 1 WHERE sku_id = 1",
                        "reserved=1"),
                breakage(
                        "stock-held order-items",
                        "DELETE FROM gomall_stock.reservation WHERE order_id = 12",
                        "order_id=12"),
                breakage(
                        "stock-ledger",
                        "UPDATE gomall_stock.stock_ledger SET delta = 11 WHERE sku_id = 1",
                        "total_of_ledger=11"),
                breakage(
                        "order-items",
                        "UPDATE gomall_stock.reservation SET status = 'RETURNED' WHERE order_id = 13",
                        "order_id=13"),
                breakage(
                        "held-by-order key-orders",
                        "DELETE FROM gomall_order.orders WHERE order_id = 11",
                        "order_id=11"),
                breakage(
                        "paid-once card-ledger",
                        "UPDATE gomall_payment.payment p JOIN gomall_payment.sandbox_charge c ON c.reference = '503'"
                                + " SET p.status = 'PENDING', c.status = 'DECLINED' WHERE p.payment_id = 503",
                        "order_id=15"),
                breakage(
                        "paid-once",
                        "INSERT INTO gomall_payment.payment_order (payment_id, order_id, amount_cents) VALUES (501, 15, 0)",
                        "order_id=15"),
                breakage(
                        "given-back",
                        "UPDATE gomall_order.refund_request SET amount_cents = 99 WHERE refund_id = 701",
                        "order_id=14"),
                breakage(
                        "late-money order-items",
                        "UPDATE gomall_order.orders SET status = 'CANCELLED', payment_id = NULL, cancel_reason = 'USER'"
                                + " WHERE order_id = 12",
                        "payment_id=501"),
                breakage(
                        "key-orders",
                        "UPDATE gomall_order.order_set SET total_cents = 1 WHERE order_set_id = 12",
                        "=12"),
                breakage("key-orders", "DELETE FROM gomall_order.order_set WHERE order_set_id = 13", "order_set_id=13"),
                breakage(
                        "key-money",
                        "UPDATE gomall_payment.idempotency SET result_id = 999 WHERE kind = 'PAY'",
                        "result_id=999"),
                breakage(
                        "key-money",
                        "UPDATE gomall_payment.idempotency SET result_id = 998 WHERE kind = 'TOP_UP'",
                        "result_id=998"),
                breakage(
                        "failed-payment",
                        "UPDATE gomall_payment.payment_order SET claimed_order_id = 11 WHERE payment_id = 504",
                        "payment_id=504"),
                breakage(
                        "refunds-sum",
                        "UPDATE gomall_payment.payment_order SET refunding_cents = 5 WHERE payment_id = 501",
                        "refunding_cents=5"),
                breakage(
                        "refunds-sum",
                        "UPDATE gomall_payment.payment SET refunded_cents = 5 WHERE payment_id = 501",
                        "payment_id=501"),
                breakage(
                        "card-ledger",
                        "UPDATE gomall_payment.sandbox_charge SET refunded_cents = 40 WHERE reference = '503'",
                        "payment_id=503"),
                breakage(
                        "half-way order-items",
                        "UPDATE gomall_order.orders SET status = 'PLACING', expires_at = UTC_TIMESTAMP(6)"
                                + " WHERE order_id = 11",
                        "id=11"),
                breakage(
                        "half-way",
                        "INSERT INTO gomall_payment.refund (refund_id, refund_key, payment_id, order_id, amount_cents,"
                                + " reason, created_at, status, due_at) VALUES (602, 'z', 501, 12, 1, 'r',"
                                + " UTC_TIMESTAMP(6), 'PENDING', UTC_TIMESTAMP(6))",
                        "id=602"),
                breakage(
                        "half-way",
                        "UPDATE gomall_payment.charge SET status = 'PENDING', due_at = UTC_TIMESTAMP(6), token = 't'"
                                + " WHERE payment_id = 504",
                        "id=504"),
                breakage(
                        "refunding",
                        "UPDATE gomall_order.orders SET status = 'REFUNDING' WHERE order_id = 12",
                        "order_id=12"),
                breakage(
                        "second-phase",
                        "INSERT INTO gomall_stock.tcc_fence_log VALUES ('x:1', 2, 'stock-reserve', 1, UTC_TIMESTAMP(6),"
                                + " UTC_TIMESTAMP(6))",
                        "xid=x:1"),
                breakage(
                        "outbox",
                        "INSERT INTO gomall_product.outbox (id, topic, tag, body, trace_id, created_at, send_at)"
                                + " VALUES (901, 't', 'SkuAdded', '{}', '', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                        "id=901"),
                breakage(
                        "dead-letters",
                        "INSERT INTO gomall_user.dead_letter (letter_id, handler, topic, tag, source, event_id, body,"
                                + " trace_id, error, attempts, failed_at) VALUES (902, 'h', 't', 'g', 's', 1, '{}', '',"
                                + " 'e', 16, UTC_TIMESTAMP(6))",
                        "letter_id=902"),
                breakage(
                        "wallet-balance",
                        "UPDATE gomall_payment.wallet SET balance_cents = 901 WHERE user_id = 7",
                        "user_id=7"),
                breakage(
                        "postings",
                        "UPDATE gomall_payment.ledger_entry SET amount_cents = 99 WHERE entry_id = 810",
                        "reference_id=503"));
    }

    private static Arguments breakage(String laws, String sql, String shown) {
        return Arguments.of(laws, sql, shown);
    }

    private static List<Finding> broken(Connection connection) throws SQLException {
        List<Finding> broken = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (Law law : Laws.all()) {
                Finding finding = Audit.look(statement, law, LIMIT);
                assertThat(finding.problem()).as(law.key()).isNull();
                if (!finding.rows().isEmpty()) {
                    broken.add(finding);
                }
            }
        }
        return broken;
    }

    private static List<String> keys(List<Finding> findings) {
        return findings.stream().map(finding -> finding.law().key()).toList();
    }

    private static boolean refused(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return false;
        } catch (SQLException denied) {
            return true;
        }
    }
}
