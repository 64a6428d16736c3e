package org.gomall.platform.figures;

import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.ResourceTypeConstants;
import com.alibaba.csp.sentinel.node.ClusterNode;
import com.alibaba.csp.sentinel.node.metric.MetricNode;
import com.alibaba.csp.sentinel.slotchain.ResourceWrapper;
import com.alibaba.csp.sentinel.slots.clusterbuilder.ClusterBuilderSlot;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.gomall.platform.instance.RunningInstance;
import org.gomall.platform.sentinel.RecentRefusals;
import org.gomall.platform.sentinel.RuleState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** {@code /actuator/figures}: what the ops pages show about this process. */
@Endpoint(id = "figures")
final class FiguresEndpoint {

    private static final long WINDOW_MS = 10_000;
    private static final double WINDOW_SECONDS = WINDOW_MS / 1e3;

    private final RunningInstance self;
    private final RequestMeter meter;
    private final ObjectProvider<RuleState> rules;

    FiguresEndpoint(RunningInstance self, RequestMeter meter, ObjectProvider<RuleState> rules) {
        this.self = self;
        this.meter = meter;
        this.rules = rules;
    }

    @ReadOperation
    public Figures figures() {
        return new Figures(
                self.application(),
                self.address(),
                self.version(),
                self.startedAt(),
                meter.figures(),
                resources(),
                rules.stream().flatMap(state -> state.all().stream()).toList());
    }

    private static List<Figures.Resource> resources() {
        long since = System.currentTimeMillis() - WINDOW_MS;
        return ClusterBuilderSlot.getClusterNodeMap().entrySet().stream()
                .map(entry -> resource(entry.getKey(), entry.getValue(), since))
                .sorted(Comparator.comparing(Figures.Resource::resource))
                .toList();
    }

    /** Of the seconds that Sentinel keeps for a minute: what it shows of the last one misses whatever takes longer. */
    private static Figures.Resource resource(ResourceWrapper resource, ClusterNode node, long since) {
        List<MetricNode> seconds = node.rawMetricsInMin(second -> second > since);
        long ended = sum(seconds, MetricNode::getSuccessQps);
        // Each second has its average; Sentinel ends a call that fails like one that succeeds.
        long time = sum(seconds, second -> second.getRt() * second.getSuccessQps());
        return new Figures.Resource(
                resource.getName(),
                isIncoming(resource),
                sum(seconds, MetricNode::getPassQps) / WINDOW_SECONDS,
                sum(seconds, MetricNode::getBlockQps) / WINDOW_SECONDS,
                sum(seconds, MetricNode::getExceptionQps) / WINDOW_SECONDS,
                ended == 0 ? 0 : (double) time / ended,
                node.curThreadNum(),
                RecentRefusals.here().of(resource.getName()));
    }

    /** What the web is asked for is no inbound traffic where it would be counted twice. */
    private static boolean isIncoming(ResourceWrapper resource) {
        return resource.getEntryType() == EntryType.IN
                || resource.getResourceType() == ResourceTypeConstants.COMMON_WEB;
    }

    private static long sum(List<MetricNode> seconds, ToLongFunction<MetricNode> figure) {
        return seconds.stream().mapToLong(figure).sum();
    }
}
