package org.gomall.bench.report;

/**
 * One step of an order.
 *
 * @param at milliseconds from its beginning
 * @param millis how long it took
 * @param what a method, a statement of SQL, an event
 */
public record Step(double at, double millis, String application, String what) {

    boolean isSql() {
        return what.matches("(?s)(SELECT|INSERT|UPDATE|DELETE|COMMIT|ROLLBACK|SQL).*");
    }
}
