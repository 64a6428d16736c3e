package org.gomall.platform.instance;

import java.util.Map;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.common.utils.Holder;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.cluster.router.RouterSnapshotNode;
import org.apache.dubbo.rpc.cluster.router.state.AbstractStateRouter;
import org.apache.dubbo.rpc.cluster.router.state.BitList;

/**
 * Sends a call with a tag to the instances with the same one, if there are any, and every other call to those without one: what
 * Dubbo's own tag router does without rules, but sorted when instances come and go instead of at every call.
 */
final class TagRouter<T> extends AbstractStateRouter<T> {

    private static final String NONE = "";

    private volatile Map<String, BitList<Invoker<T>>> byTag = Map.of();

    TagRouter(URL reference) {
        super(reference);
    }

    @Override
    public void notify(BitList<Invoker<T>> instances) {
        byTag = SortedInstances.by(url -> url.getParameter(InstanceMetadata.TAG, NONE), instances);
    }

    @Override
    protected BitList<Invoker<T>> doRoute(
            BitList<Invoker<T>> instances,
            URL reference,
            Invocation call,
            boolean needToPrintMessage,
            Holder<RouterSnapshotNode<T>> snapshot,
            Holder<String> message) {
        Map<String, BitList<Invoker<T>>> sorted = byTag;
        BitList<Invoker<T>> untagged = sorted.get(NONE);
        if (untagged != null && sorted.size() == 1) {
            return instances;
        }
        String tag = call.getAttachment(InstanceMetadata.TAG, NONE);
        BitList<Invoker<T>> same = tag.isEmpty() ? null : sorted.get(tag);
        if (same != null) {
            BitList<Invoker<T>> found = instances.clone().and(same);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return untagged == null ? BitList.emptyList() : instances.clone().and(untagged);
    }
}
