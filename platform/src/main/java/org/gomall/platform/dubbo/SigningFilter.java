package org.gomall.platform.dubbo;

import static org.apache.dubbo.common.constants.CommonConstants.CONSUMER;

import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcInvocation;
import org.apache.dubbo.rpc.model.ApplicationModel;

/** The innermost step of an outgoing call, once per attempt: says who calls, in a way that the callee can check. */
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
        if (ours != null && invocation instanceof RpcInvocation call) {
            call.setAttachment(
                    CallAuthentication.ATTACHMENT,
                    ours.sign(invoker.getInterface().getName(), call.getMethodName(), call.getParameterTypesDesc()));
        }
        return invoker.invoke(invocation);
    }

    private CallAuthentication authentication() {
        if (authentication == null) {
            authentication = application.getBeanFactory().getBean(CallAuthentication.class);
        }
        return authentication;
    }
}
