package org.gomall.platform.instance;

import static org.apache.dubbo.common.constants.CommonConstants.PROVIDER;

import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;

/** An incoming call with a tag: what it calls in turn gets the same one. */
@Activate(group = PROVIDER, order = Integer.MIN_VALUE + 3)
public final class TagFilter implements Filter {

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        String tag = invocation.getAttachment(InstanceMetadata.TAG);
        if (!RequestTag.isValid(tag)) {
            return invoker.invoke(invocation);
        }
        RequestTag.set(tag);
        try {
            return invoker.invoke(invocation);
        } finally {
            RequestTag.set(null);
        }
    }
}
