package org.gomall.platform.sentinel;

import com.alibaba.csp.sentinel.metric.extension.AdvancedMetricExtension;
import com.alibaba.csp.sentinel.slotchain.ResourceWrapper;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.authority.AuthorityException;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowException;
import com.alibaba.csp.sentinel.slots.system.SystemBlockException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * What Sentinel lets through and turns away, as meters by resource: {@code gomall.sentinel.calls} (a timer of what was let
 * through), {@code gomall.sentinel.blocked} by kind of rule, {@code gomall.sentinel.exceptions}; and for the ops pages what was
 * turned away lately. Beyond {@value #MOST} resources meters count together, so that nobody can fill the monitoring with names. Sentinel finds it by itself
 * (META-INF/services), and needs it to be public.
 */
public final class ResourceMeters implements AdvancedMetricExtension {

    static final int MOST = 200;
    private static final String OTHERS = "(others)";
    private static final String RESOURCE = "resource";

    private final ConcurrentMap<String, Meters> byResource = new ConcurrentHashMap<>();

    private record Meters(Timer calls, Counter exceptions) {

        static Meters of(String resource) {
            return new Meters(
                    Metrics.timer("gomall.sentinel.calls", RESOURCE, resource),
                    Metrics.counter("gomall.sentinel.exceptions", RESOURCE, resource));
        }
    }

    @Override
    public void onPass(ResourceWrapper resource, int count, Object[] args) {
        // Counted when it is over, together with the time it took.
    }

    @Override
    public void onBlocked(ResourceWrapper resource, int count, String origin, BlockException blocked, Object[] args) {
        String rule = kind(blocked);
        Metrics.counter("gomall.sentinel.blocked", RESOURCE, counted(resource.getName()), "rule", rule)
                .increment(count);
        RecentRefusals.here().add(resource.getName(), rule, count);
    }

    @Override
    public void onComplete(ResourceWrapper resource, long millis, int count, Object[] args) {
        meters(resource.getName()).calls.record(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onError(ResourceWrapper resource, Throwable thrown, int count, Object[] args) {
        meters(resource.getName()).exceptions.increment(count);
    }

    private Meters meters(String resource) {
        Meters known = byResource.get(resource);
        return known != null ? known : byResource.computeIfAbsent(counted(resource), Meters::of);
    }

    private String counted(String resource) {
        return byResource.size() < MOST || byResource.containsKey(resource) ? resource : OTHERS;
    }

    private static String kind(BlockException blocked) {
        if (blocked instanceof DegradeException) {
            return "degrade";
        }
        if (blocked instanceof ParamFlowException) {
            return "param";
        }
        if (blocked instanceof SystemBlockException) {
            return "system";
        }
        return blocked instanceof AuthorityException ? "authority" : "flow";
    }

    @Override
    public void addPass(String resource, int n, Object... args) {
        // The older half of the interface: Sentinel calls it for the same events again.
    }

    @Override
    public void addBlock(String resource, int n, String origin, BlockException blocked, Object... args) {
        // See addPass.
    }

    @Override
    public void addSuccess(String resource, int n, Object... args) {
        // See addPass.
    }

    @Override
    public void addException(String resource, int n, Throwable throwable) {
        // See addPass.
    }

    @Override
    public void addRt(String resource, long rt, Object... args) {
        // See addPass.
    }

    @Override
    public void increaseThreadNum(String resource, Object... args) {
        // How many threads are inside is told by /actuator/figures.
    }

    @Override
    public void decreaseThreadNum(String resource, Object... args) {
        // See increaseThreadNum.
    }
}
