package org.gomall.platform.dubbo;

import static org.apache.dubbo.common.constants.CommonConstants.CONSUMER;

import java.time.Duration;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.AsyncRpcResult;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcInvocation;
import org.apache.dubbo.rpc.model.ApplicationModel;

/**
 * The innermost step of an outgoing call, once per attempt: says who calls and when, in a way that the callee can check. A
 * process that learns in this way that its clock is wrong sets it and calls again (as Kerberos clients do).
 */
@Activate(group = CONSUMER, order = Integer.MAX_VALUE)
public final class SigningFilter implements Filter {

    private final ApplicationModel application;
    private volatile CallAuthentication authentication;

    public SigningFilter(ApplicationModel application) {
        this.application = application;
    }

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        CallAuthentication ours = authentication();
        if (ours == null || !(invocation instanceof RpcInvocation call)) {
            return invoker.invoke(invocation);
        }
        long begun = System.nanoTime();
        Result result = signed(ours, invoker, call);
        return knowsTheTimeNow(ours, invoker, call, result, begun) ? signed(ours, invoker, call) : result;
    }

    private static Result signed(CallAuthentication ours, Invoker<?> invoker, RpcInvocation call) {
        call.setAttachment(
                CallAuthentication.ATTACHMENT,
                ours.sign(invoker.getInterface().getName(), call.getMethodName(), call.getParameterTypesDesc()));
        return invoker.invoke(call);
    }

    /** Whether the call was refused, before anything was done, for a time that has been set right meanwhile. */
    private static boolean knowsTheTimeNow(
            CallAuthentication ours, Invoker<?> invoker, RpcInvocation call, Result result, long begun) {
        if (!(result instanceof AsyncRpcResult answer)
                || !answer.getResponseFuture().isDone()) {
            return false;
        }
        String told = answer.getAttachment(CallAuthentication.TIME);
        return told != null
                && ours.learn(
                        invoker.getInterface().getName(),
                        call.getMethodName(),
                        call.getParameterTypesDesc(),
                        String.valueOf(call.getObjectAttachment(CallAuthentication.ATTACHMENT)),
                        told,
                        Duration.ofNanos(System.nanoTime() - begun));
    }

    private CallAuthentication authentication() {
        if (authentication == null) {
            authentication = application.getBeanFactory().getBean(CallAuthentication.class);
        }
        return authentication;
    }
}
