package org.gomall.platform.dubbo;

import static org.apache.dubbo.common.constants.CommonConstants.CONSUMER;

import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.AsyncRpcResult;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.cluster.filter.ClusterFilter;
import org.gomall.api.common.BusinessException;
import org.gomall.platform.tracing.TraceId;

/**
 * The outermost step of an outgoing call, around retries, Sentinel and Seata: checks the command, hands the trace id on,
 * and lets nothing but {@link BusinessException} reach the caller.
 */
@Activate(group = CONSUMER, order = Integer.MIN_VALUE)
public final class CallerFilter implements ClusterFilter, ClusterFilter.Listener {

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        try {
            Arguments.check(invocation);
            String traceId = TraceId.current();
            invocation.setAttachment(TraceId.KEY, traceId.isEmpty() ? TraceId.create() : traceId);
            return invoker.invoke(invocation);
        } catch (RuntimeException fault) {
            return AsyncRpcResult.newDefaultAsyncResult(
                    CallFaults.asBusinessException(invoker, invocation, fault), invocation);
        }
    }

    @Override
    public void onResponse(Result result, Invoker<?> invoker, Invocation invocation) {
        Throwable thrown = result.getException();
        if (thrown != null && !(thrown instanceof BusinessException)) {
            result.setException(CallFaults.asBusinessException(invoker, invocation, thrown));
        }
    }

    @Override
    public void onError(Throwable thrown, Invoker<?> invoker, Invocation invocation) {
        // Nothing to do: invoke() has seen it.
    }
}
