package org.gomall.platform.dubbo;

import static org.apache.dubbo.common.constants.CommonConstants.PROVIDER;

import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcException;
import org.gomall.platform.tracing.TraceId;
import org.slf4j.MDC;

/** The outermost step of an incoming call: takes over the caller's trace id for every log line below. */
@Activate(group = PROVIDER, order = Integer.MIN_VALUE)
public final class TraceFilter implements Filter {

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) throws RpcException {
        String before = MDC.get(TraceId.KEY);
        String received = invocation.getAttachment(TraceId.KEY);
        MDC.put(TraceId.KEY, TraceId.isValid(received) ? received : TraceId.create());
        try {
            return invoker.invoke(invocation);
        } finally {
            if (before == null) {
                MDC.remove(TraceId.KEY);
            } else {
                MDC.put(TraceId.KEY, before);
            }
        }
    }
}
