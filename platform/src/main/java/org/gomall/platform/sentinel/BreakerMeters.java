package org.gomall.platform.sentinel;

import com.alibaba.csp.sentinel.init.InitFunc;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.degrade.circuitbreaker.CircuitBreaker.State;
import com.alibaba.csp.sentinel.slots.block.degrade.circuitbreaker.CircuitBreakerStateChangeObserver;
import com.alibaba.csp.sentinel.slots.block.degrade.circuitbreaker.EventObserverRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code gomall.sentinel.breakers.open} by resource: how many of its breakers let nothing through at the moment. */
public final class BreakerMeters implements CircuitBreakerStateChangeObserver, InitFunc {

    private final Set<DegradeRule> open = ConcurrentHashMap.newKeySet();
    private final Set<String> watched = ConcurrentHashMap.newKeySet();

    /** Called by Sentinel (META-INF/services) when it starts. */
    @Override
    public void init() {
        EventObserverRegistry.getInstance().addStateChangeObserver("gomall-meters", this);
    }

    @Override
    public void onStateChange(State from, State to, DegradeRule rule, Double figure) {
        if (to == State.CLOSED) {
            open.remove(rule);
        } else {
            open.add(rule);
        }
        String resource = rule.getResource();
        if (watched.size() < ResourceMeters.MOST && watched.add(resource)) {
            Gauge.builder("gomall.sentinel.breakers.open", () -> openOf(resource))
                    .tag("resource", resource)
                    .register(Metrics.globalRegistry);
        }
    }

    /** A breaker whose rule was taken away closes without a word. */
    private long openOf(String resource) {
        Set<DegradeRule> inForce = DegradeRuleManager.getRulesOfResource(resource);
        open.removeIf(rule -> rule.getResource().equals(resource) && !inForce.contains(rule));
        return open.stream().filter(rule -> rule.getResource().equals(resource)).count();
    }
}
