package org.gomall.order.settings;

import java.time.Duration;
import org.gomall.order.pricing.ShippingRule;
import org.gomall.platform.config.LiveSettings;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What can be changed while the process runs (nacos-config/GOMALL/provider-order.properties), and its defaults. */
@Component
public class OrderSettings {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    private final LiveSettings live;
    private final boolean failuresAllowed;
    private final boolean controlRun;

    OrderSettings(LiveSettings live, Environment environment) {
        this.live = live;
        this.failuresAllowed = environment.acceptsProfiles(Profiles.of("demo", "test", "test-control"));
        this.controlRun = environment.acceptsProfiles(Profiles.of("test-control"));
    }

    /** How long a new order may stay unpaid. */
    public Duration payTimeout() {
        return bounded("gomall.order.pay-timeout", Duration.ofMinutes(30));
    }

    /** When an order that is shipped now counts as received. */
    public Duration autoReceiveAfter() {
        return bounded("gomall.order.auto-receive-after", Duration.ofDays(10));
    }

    /** When an order that is received now counts as completed. */
    public Duration completeAfter() {
        return bounded("gomall.order.complete-after", Duration.ofDays(7));
    }

    /** What shipping costs. */
    public ShippingRule shipping() {
        return new ShippingRule(
                Math.max(0, live.number("gomall.order.shipping-cents", 0)),
                Math.max(0, live.number("gomall.order.free-shipping-from-cents", 0)));
    }

    /** Pause between two looks for orders that are due. */
    public Duration sweepInterval() {
        return bounded("gomall.order.sweep-interval", Duration.ofSeconds(5));
    }

    /** Share of orders, in percent, that fail after their stock was reserved; always 0 in production. */
    public long failAfterReservePercent() {
        return failuresAllowed ? live.number("gomall.order.fail-after-reserve", 0) : 0;
    }

    /** False only in the control run, which shows what happens without global transactions. */
    public boolean transactionsOn() {
        return !controlRun || !live.text("gomall.order.transactions", "on").equalsIgnoreCase("off");
    }

    private Duration bounded(String key, Duration fallback) {
        Duration value = live.duration(key, fallback);
        if (value.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return value.compareTo(LONGEST) > 0 ? LONGEST : value;
    }
}
