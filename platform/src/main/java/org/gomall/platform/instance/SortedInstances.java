package org.gomall.platform.instance;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.cluster.router.state.BitList;

/** Instances as routers keep them: sorted when they come and go instead of at every call. */
public final class SortedInstances {

    private SortedInstances() {}

    /** Those of each kind, as sets that can be intersected with what the routers before have left. */
    public static <K, T> Map<K, BitList<Invoker<T>>> by(Function<URL, K> kind, BitList<Invoker<T>> instances) {
        Map<K, BitList<Invoker<T>>> sorted = new HashMap<>();
        for (Invoker<T> instance : instances) {
            sorted.computeIfAbsent(kind.apply(instance.getUrl()), one -> new BitList<>(instances.getOriginList(), true))
                    .add(instance);
        }
        return sorted;
    }
}
