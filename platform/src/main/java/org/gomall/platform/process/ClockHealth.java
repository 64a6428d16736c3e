package org.gomall.platform.process;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Tells whose time is used, and how wrong the machine is. Always up: the machine's clock does no harm. */
final class ClockHealth extends AbstractHealthIndicator {

    private final SharedClock clock;

    ClockHealth(SharedClock clock) {
        super("cannot tell what time it is");
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up()
                .withDetail("timeOf", clock.source())
                .withDetail("machineAheadMillis", clock.machineAhead().toMillis());
    }
}
