package org.gomall.e2e.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.e2e.Database;

/** What the system has accepted from the shoppers of a load, to be compared with what it has kept. */
public final class Accepted {

    private final Set<String> users = ConcurrentHashMap.newKeySet();
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final Set<String> payments = ConcurrentHashMap.newKeySet();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    void user(String userId) {
        users.add(userId);
    }

    void order(String orderId) {
        orders.add(orderId);
    }

    void payment(String paymentId) {
        payments.add(paymentId);
    }

    void cancelled(String orderId) {
        cancelled.add(orderId);
    }

    public Set<String> orders() {
        return Set.copyOf(orders);
    }

    public Set<String> payments() {
        return Set.copyOf(payments);
    }

    /**
     * Which writes were acknowledged and are not there (lost), or are there and were acknowledged to nobody (doubled). To be
     * asked when every wish of the load has had its answer.
     */
    public List<String> differences(Database database) {
        List<String> found = new ArrayList<>();
        String in = " WHERE user_id IN (" + String.join(",", users) + ")";
        compare(
                "order",
                orders,
                column(database, "SELECT order_id FROM gomall_order.orders" + in + " AND status <> 'PLACING'"),
                found);
        compare(
                "payment",
                payments,
                column(
                        database,
                        "SELECT payment_id FROM gomall_payment.payment" + in
                                + " AND status IN ('SUCCEEDED', 'REFUNDED')"),
                found);
        Set<String> kept =
                column(database, "SELECT order_id FROM gomall_order.orders" + in + " AND status NOT IN ('CANCELLED')");
        cancelled.stream()
                .filter(kept::contains)
                .forEach(order -> found.add("order " + order + " was cancelled and is not"));
        return found;
    }

    private static void compare(String what, Set<String> acknowledged, Set<String> kept, List<String> found) {
        Set<String> lost = new TreeSet<>(acknowledged);
        lost.removeAll(kept);
        lost.forEach(id -> found.add(what + " " + id + " was accepted and is lost"));
        Set<String> doubled = new TreeSet<>(kept);
        doubled.removeAll(acknowledged);
        doubled.forEach(id -> found.add(what + " " + id + " was accepted for nobody"));
    }

    private static Set<String> column(Database database, String sql) {
        Set<String> values = new HashSet<>();
        database.rows(sql).forEach(row -> values.add(row.get(0)));
        return values;
    }
}
