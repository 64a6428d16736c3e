package org.gomall.platform.dubbo;

import static org.apache.dubbo.common.constants.CommonConstants.PROVIDER;

import java.util.Map;
import java.util.Optional;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.AsyncRpcResult;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcContext;
import org.apache.dubbo.rpc.RpcInvocation;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.dubbo.CallAuthentication.Refusal;

/**
 * The first step of an incoming call after the trace id: lets calls of known callers through and nothing else, before
 * anything looks at the arguments. A refused caller is told 50300, because surely nothing was done.
 */
@Activate(group = PROVIDER, order = Integer.MIN_VALUE + 1)
public final class AuthenticationFilter implements Filter {

    private final ApplicationModel application;
    private volatile CallAuthentication authentication;

    public AuthenticationFilter(ApplicationModel application) {
        this.application = application;
    }

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        String service = invoker.getInterface().getName();
        String method = invocation.getMethodName();
        String attachment = invocation.getAttachment(CallAuthentication.ATTACHMENT);
        Optional<Refusal> refusal = refusal(service, invocation, attachment);
        if (refusal.isEmpty()) {
            return invoker.invoke(invocation);
        }
        String from = String.valueOf(RpcContext.getServiceContext().getRemoteAddress());
        CallAuthentication.report(refusal.get(), service, method, attachment, from);
        Result answer = AsyncRpcResult.newDefaultAsyncResult(
                new BusinessException(
                        ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3)),
                invocation);
        if (refusal.get() == Refusal.EXPIRED && invocation instanceof RpcInvocation call) {
            answer.setAttachment(
                    CallAuthentication.TIME,
                    authentication.time(service, method, call.getParameterTypesDesc(), attachment));
        }
        return answer;
    }

    /** Without our settings nobody is known. */
    private Optional<Refusal> refusal(String service, Invocation invocation, String attachment) {
        if (authentication == null) {
            authentication = application.getBeanFactory().getBean(CallAuthentication.class);
        }
        CallAuthentication ours = authentication;
        return ours == null || !(invocation instanceof RpcInvocation call)
                ? Optional.of(Refusal.UNKNOWN_CALLER)
                : ours.refusal(service, call.getMethodName(), call.getParameterTypesDesc(), attachment);
    }
}
