package org.gomall.platform.figures;

import static org.apache.dubbo.common.constants.CommonConstants.PROVIDER;

import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.model.ApplicationModel;

/** Measures an incoming call of one of our services, from behind its authentication to its answer. */
@Activate(group = PROVIDER, order = Integer.MIN_VALUE + 2)
public final class RequestFilter implements Filter, Filter.Listener {

    private static final String OUR_SERVICES = "org.gomall.";
    private static final Object BEGIN = new Object();

    private final ApplicationModel application;
    private volatile RequestMeter meter;

    public RequestFilter(ApplicationModel application) {
        this.application = application;
    }

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        RequestMeter ours = meter();
        if (ours != null && invoker.getInterface().getName().startsWith(OUR_SERVICES)) {
            invocation.put(BEGIN, System.nanoTime());
            ours.begin();
        }
        return invoker.invoke(invocation);
    }

    @Override
    public void onResponse(Result result, Invoker<?> invoker, Invocation invocation) {
        end(invocation, result.getException());
    }

    @Override
    public void onError(Throwable thrown, Invoker<?> invoker, Invocation invocation) {
        end(invocation, thrown);
    }

    private void end(Invocation invocation, Throwable thrown) {
        if (invocation.get(BEGIN) instanceof Long begin) {
            meter().end(Outcome.of(thrown), System.nanoTime() - begin);
        }
    }

    private RequestMeter meter() {
        if (meter == null) {
            meter = application.getBeanFactory().getBean(RequestMeter.class);
        }
        return meter;
    }
}
