package org.gomall.platform.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.slotchain.StringResourceWrapper;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.degrade.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentinelMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void listen() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void stopListening() {
        Metrics.removeRegistry(registry);
        DegradeRuleManager.loadRules(List.of());
    }

    @Test
    void calls_and_refusals_are_counted_by_resource() {
        ResourceMeters meters = new ResourceMeters();
        StringResourceWrapper resource = resource("meters-test");

        meters.onComplete(resource, 12, 1, new Object[0]);
        meters.onBlocked(resource, 1, "", new DegradeException("x"), new Object[0]);
        meters.onError(resource, new IllegalStateException(), 1, new Object[0]);

        assertThat(registry.get("gomall.sentinel.calls")
                        .tag("resource", "meters-test")
                        .timer()
                        .count())
                .isOne();
        assertThat(registry.get("gomall.sentinel.blocked")
                        .tag("rule", "degrade")
                        .counter()
                        .count())
                .isOne();
        assertThat(registry.get("gomall.sentinel.exceptions")
                        .tag("resource", "meters-test")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void the_number_of_resources_is_bounded() {
        ResourceMeters meters = new ResourceMeters();
        for (int i = 0; i < ResourceMeters.MOST + 50; i++) {
            meters.onComplete(resource("flood-" + i), 1, 1, new Object[0]);
        }

        assertThat(registry.get("gomall.sentinel.calls")
                        .tag("resource", "(others)")
                        .timer()
                        .count())
                .isEqualTo(50);
        assertThat(registry.find("gomall.sentinel.calls")
                        .tag("resource", "flood-" + (ResourceMeters.MOST + 1))
                        .timer())
                .isNull();
    }

    @Test
    void an_open_breaker_is_seen_until_it_closes_or_its_rule_goes() {
        BreakerMeters meters = new BreakerMeters();
        DegradeRule rule = new DegradeRule("breaker-test").setCount(0.5).setTimeWindow(5);
        DegradeRuleManager.loadRules(List.of(rule));

        meters.onStateChange(State.CLOSED, State.OPEN, rule, 1.0);
        assertThat(open()).isOne();
        meters.onStateChange(State.HALF_OPEN, State.CLOSED, rule, null);
        assertThat(open()).isZero();
        meters.onStateChange(State.CLOSED, State.OPEN, rule, 1.0);
        DegradeRuleManager.loadRules(List.of());
        assertThat(open()).isZero();
    }

    private double open() {
        return registry.get("gomall.sentinel.breakers.open")
                .tag("resource", "breaker-test")
                .gauge()
                .value();
    }

    private static StringResourceWrapper resource(String name) {
        return new StringResourceWrapper(name, EntryType.IN);
    }
}
