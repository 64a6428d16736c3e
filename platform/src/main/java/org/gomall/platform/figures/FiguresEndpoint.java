package org.gomall.platform.figures;

import com.alibaba.csp.sentinel.slots.clusterbuilder.ClusterBuilderSlot;
import java.util.Comparator;
import java.util.List;
import org.gomall.platform.instance.RunningInstance;
import org.gomall.platform.sentinel.RuleState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** {@code /actuator/figures}: what the ops pages show about this process. */
@Endpoint(id = "figures")
final class FiguresEndpoint {

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
        return ClusterBuilderSlot.getClusterNodeMap().entrySet().stream()
                .map(entry -> new Figures.Resource(
                        entry.getKey().getName(),
                        entry.getValue().passQps(),
                        entry.getValue().blockQps(),
                        entry.getValue().exceptionQps(),
                        entry.getValue().avgRt(),
                        entry.getValue().curThreadNum()))
                .sorted(Comparator.comparing(Figures.Resource::resource))
                .toList();
    }
}
