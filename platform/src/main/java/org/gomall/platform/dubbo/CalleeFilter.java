package org.gomall.platform.dubbo;

import static org.apache.dubbo.common.constants.CommonConstants.PROVIDER;

import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.AsyncRpcResult;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcException;
import org.gomall.api.common.BusinessException;

/**
 * The innermost step of an incoming call (inside Sentinel, so that faults count for breakers): checks the command once
 * more, and answers with {@link BusinessException} whatever the service threw.
 */
@Activate(group = PROVIDER, order = Integer.MAX_VALUE)
public final class CalleeFilter implements Filter, Filter.Listener {

    private static final String OUR_SERVICES = "org.gomall.";

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) throws RpcException {
        try {
            Arguments.check(invocation);
        } catch (BusinessException refusal) {
            return AsyncRpcResult.newDefaultAsyncResult(refusal, invocation);
        }
        Result result = invoker.invoke(invocation);
        if (result instanceof AsyncRpcResult done && done.getResponseFuture().isDone()) {
            // At once, because Sentinel looks at the result before any callback runs.
            translate(result, invoker, invocation);
        }
        return result;
    }

    @Override
    public void onResponse(Result result, Invoker<?> invoker, Invocation invocation) {
        translate(result, invoker, invocation);
    }

    private static void translate(Result result, Invoker<?> invoker, Invocation invocation) {
        Throwable thrown = result.getException();
        if (thrown != null
                && !(thrown instanceof BusinessException)
                && invoker.getInterface().getName().startsWith(OUR_SERVICES)) {
            result.setException(ServiceFaults.asBusinessException(CallFaults.name(invoker, invocation), thrown));
        }
    }

    @Override
    public void onError(Throwable thrown, Invoker<?> invoker, Invocation invocation) {
        // The service's own exceptions arrive in onResponse; what is thrown here is Dubbo's and stays.
    }
}
