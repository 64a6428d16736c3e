package org.gomall.platform.dubbo;

import static org.apache.dubbo.rpc.cluster.Constants.ROUTER_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.dubbo.common.extension.ExtensionLoader;
import org.apache.dubbo.config.ReferenceConfigBase;
import org.apache.dubbo.config.ServiceConfigBase;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.cluster.ClusterInvoker;
import org.apache.dubbo.rpc.cluster.filter.ClusterFilter;
import org.apache.dubbo.rpc.cluster.router.state.StateRouterFactory;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.apache.dubbo.rpc.model.ModuleModel;
import org.apache.dubbo.rpc.protocol.dubbo.DubboProtocol;
import org.gomall.platform.sample.SampleService;
import org.gomall.platform.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.util.ReflectionUtils;

/**
 * A call goes through these steps and no others. Dubbo takes up whatever filter lies on the class path: when one of these fails
 * after an update of a library, somebody decides whether the new step is needed, or left out in gomall-common.yaml.
 */
@SampleTest
class ChainsTest {

    private static final List<String> INCOMING = List.of(
            "context",
            "gomallTrace",
            "gomallAuthentication",
            "gomallRequests",
            "gomallTag",
            "accesslog",
            "seata-provider",
            "sentinel.dubbo.provider.filter",
            "trace",
            "gomallSlow",
            "gomallCallee");

    private static final List<String> OUTGOING = List.of(
            "gomallCaller", "consumercontext", "gomallTag", "router-snapshot", "sentinel.dubbo.consumer.filter");

    private static final List<String> EACH_ATTEMPT =
            List.of("rpc-exception", "seata-consumer", "gomallHealth", "gomallSigning");

    private static final List<String> ROUTERS = List.of("gomallCell", "gomallTag");

    @Autowired
    private ApplicationModel application;

    @Autowired
    @Qualifier("declared")
    private SampleService declared;

    @Test
    void an_incoming_call_goes_through_these_steps() {
        Object exported = DubboProtocol.getDubboProtocol(application).getExporters().stream()
                .map(exporter -> (Object) exporter.getInvoker())
                .filter(invoker -> ((Invoker<?>) invoker).getInterface() == SampleService.class)
                .findFirst()
                .orElseThrow();

        assertThat(names(Filter.class, below(exported, "filters"))).containsExactlyElementsOf(INCOMING);
    }

    @Test
    void an_outgoing_call_goes_through_these_steps() {
        declared.traceId();
        ReferenceConfigBase<?> reference = module().getConfigManager().getReferences().stream()
                .filter(each -> each.getInterfaceClass() == SampleService.class && each.getGroup() == null)
                .findFirst()
                .orElseThrow();
        Object invoker = field(reference, "invoker");
        Object chosen = field(invoker, "currentAvailableInvoker");
        List<? extends Invoker<?>> instances =
                ((ClusterInvoker<?>) chosen).getDirectory().getAllInvokers();

        assertThat(names(ClusterFilter.class, below(chosen, "filters"))).containsExactlyElementsOf(OUTGOING);
        assertThat(instances).isNotEmpty();
        assertThat(names(Filter.class, below(instances.get(0), "filters"))).containsExactlyElementsOf(EACH_ATTEMPT);
        assertThat(names(
                        StateRouterFactory.class,
                        module().getExtensionLoader(StateRouterFactory.class)
                                .getActivateExtension(((ClusterInvoker<?>) chosen).getUrl(), ROUTER_KEY)))
                .containsExactlyElementsOf(ROUTERS);
    }

    private <T> List<String> names(Class<T> step, Object steps) {
        ExtensionLoader<T> loader = module().getExtensionLoader(step);
        List<String> names = new ArrayList<>();
        for (Object each : (Collection<?>) steps) {
            names.add(loader.getExtensionName(step.cast(each)));
        }
        return names;
    }

    private ModuleModel module() {
        for (ModuleModel module : application.getPubModuleModels()) {
            for (ServiceConfigBase<?> service : module.getConfigManager().getServices()) {
                if (service.getInterfaceClass() == SampleService.class) {
                    return module;
                }
            }
        }
        throw new AssertionError("the sample service is not exported");
    }

    /** Dubbo wraps invokers into one another and shows nobody what is inside. */
    private static Object below(Object invoker, String wanted) {
        for (Object each = invoker; each != null; each = next(each)) {
            Object found = field(each, wanted);
            if (found != null) {
                return found;
            }
        }
        throw new AssertionError("nothing below " + invoker.getClass() + " has " + wanted);
    }

    private static Object next(Object invoker) {
        return Arrays.asList("invoker", "filterInvoker").stream()
                .map(name -> field(invoker, name))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static Object field(Object of, String name) {
        Field field = ReflectionUtils.findField(of.getClass(), name);
        if (field == null) {
            return null;
        }
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, of);
    }
}
