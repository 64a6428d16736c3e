package org.gomall.platform.instance;

import static org.apache.dubbo.common.constants.CommonConstants.CONSUMER;

import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcException;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.gomall.api.common.BusinessException;

/** Looks at every attempt of an outgoing call: did that instance answer, and how. */
@Activate(group = CONSUMER, order = Integer.MAX_VALUE - 1)
public final class HealthFilter implements Filter, Filter.Listener {

    private final InstanceHealth health;

    public HealthFilter(ApplicationModel application) {
        this.health =
                application.getBeanFactory().getOrRegisterBean(InstanceHealth.class, type -> new InstanceHealth());
    }

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        return invoker.invoke(invocation);
    }

    @Override
    public void onResponse(Result result, Invoker<?> invoker, Invocation invocation) {
        Throwable thrown = result.getException();
        if (thrown == null || (thrown instanceof BusinessException refusal && !refusal.isFault())) {
            if (!health.allWell()) {
                health.well(invoker.getUrl().getAddress());
            }
        } else if (thrown instanceof RpcException fault) {
            onError(fault, invoker, invocation);
        } else {
            health.faulty(invoker.getUrl().getAddress());
        }
    }

    @Override
    public void onError(Throwable thrown, Invoker<?> invoker, Invocation invocation) {
        if (thrown instanceof RpcException fault && (fault.isTimeout() || fault.isNetwork())) {
            health.silent(invoker.getUrl().getAddress());
        }
    }
}
