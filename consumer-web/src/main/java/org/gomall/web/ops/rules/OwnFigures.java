package org.gomall.web.ops.rules;

import com.alibaba.csp.sentinel.node.ClusterNode;
import com.alibaba.csp.sentinel.slots.clusterbuilder.ClusterBuilderSlot;
import java.util.List;
import java.util.Objects;
import org.gomall.platform.sentinel.RuleKind;
import org.gomall.platform.sentinel.RuleState;
import org.springframework.beans.factory.ObjectProvider;

/** What this one process can tell about itself, for as long as nobody asks the others. */
final class OwnFigures implements LiveFigures {

    private static final String APPLICATION = "consumer-web";

    private final ObjectProvider<RuleState> state;

    OwnFigures(ObjectProvider<RuleState> state) {
        this.state = state;
    }

    @Override
    public ResourceFigures resource(String application, String resource) {
        boolean ours = application.equals(APPLICATION) && !resource.isEmpty();
        ClusterNode node = ours ? ClusterBuilderSlot.getClusterNode(resource) : null;
        return node == null
                ? null
                : new ResourceFigures(
                        node.passQps(), node.blockQps(), node.exceptionQps(), node.avgRt(), node.curThreadNum());
    }

    @Override
    public List<String> resources(String application) {
        return application.equals(APPLICATION)
                ? ClusterBuilderSlot.getClusterNodeMap().keySet().stream()
                        .map(known -> known.getName())
                        .sorted()
                        .toList()
                : List.of();
    }

    @Override
    public List<Refusal> refusals(RuleKind kind) {
        return state.stream()
                .map(own -> own.of(kind))
                .filter(own -> Objects.nonNull(own.problem()))
                .map(own -> new Refusal(APPLICATION, "", own.version(), own.problem()))
                .toList();
    }
}
