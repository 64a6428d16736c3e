package org.gomall.platform.instance;

import static org.apache.dubbo.common.constants.CommonConstants.CONSUMER;

import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.cluster.filter.ClusterFilter;

/** Puts the tag of the request on an outgoing call, before {@link TagRouter} looks for it. */
@Activate(group = CONSUMER, order = Integer.MIN_VALUE + 1)
public final class TagClusterFilter implements ClusterFilter {

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        RequestTag.current().ifPresent(tag -> invocation.setAttachment(InstanceMetadata.TAG, tag));
        return invoker.invoke(invocation);
    }
}
