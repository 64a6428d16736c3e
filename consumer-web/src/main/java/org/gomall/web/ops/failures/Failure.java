package org.gomall.web.ops.failures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be made to fail on purpose, and the live setting of the application that does it. */
enum Failure {
    SLOW_STOCK("slow-stock", "provider-stock", "gomall.failures.slow-ms", Unit.MILLIS, 5_000),
    SLOW_PRODUCT("slow-product", "provider-product", "gomall.failures.slow-ms", Unit.MILLIS, 5_000),
    FAIL_AFTER_RESERVE("fail-after-reserve", "provider-order", "gomall.order.fail-after-reserve", Unit.PERCENT, 100),
    DECLINE_CARDS("decline-cards", "provider-payment", "gomall.failures.decline-cards", Unit.PERCENT, 100),
    LOSE_CALLBACKS("lose-callbacks", "provider-payment", "gomall.failures.lose-callbacks", Unit.PERCENT, 100),
    // Never all of them: what is kept back for ever would not be a failure to cope with.
    DROP_MESSAGES("drop-messages", "provider-order", "gomall.failures.drop-messages", Unit.PERCENT, 90),
    DUPLICATE_MESSAGES("duplicate-messages", "provider-order", "gomall.failures.duplicate-messages", Unit.PERCENT, 100);

    /** What its value counts. */
    enum Unit {
        PERCENT,
        MILLIS
    }

    private final String key;
    private final String application;
    private final String setting;
    private final Unit unit;
    private final long most;

    Failure(String key, String application, String setting, Unit unit, long most) {
        this.key = key;
        this.application = application;
        this.setting = setting;
        this.unit = unit;
        this.most = most;
    }

    String key() {
        return key;
    }

    String application() {
        return application;
    }

    String setting() {
        return setting;
    }

    Unit unit() {
        return unit;
    }

    long most() {
        return most;
    }

    static Optional<Failure> of(String key) {
        return Arrays.stream(values())
                .filter(failure -> failure.key.equals(key))
                .findFirst();
    }

    static List<String> applications() {
        return Arrays.stream(values()).map(Failure::application).distinct().toList();
    }
}
