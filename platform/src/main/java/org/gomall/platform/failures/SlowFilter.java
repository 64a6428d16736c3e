package org.gomall.platform.failures;

import static org.apache.dubbo.common.constants.CommonConstants.PROVIDER;

import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcException;
import org.apache.dubbo.rpc.model.ApplicationModel;

/**
 * Answers calls of our services later when {@code gomall.failures.slow-ms} says so: inside the meters and Sentinel, which
 * see a slow service, as its callers do.
 */
@Activate(group = PROVIDER, order = Integer.MAX_VALUE - 1)
public final class SlowFilter implements Filter {

    private static final String OUR_SERVICES = "org.gomall.";
    private static final String SLOW_MS = "gomall.failures.slow-ms";

    private final ApplicationModel application;
    private volatile Failures failures;

    public SlowFilter(ApplicationModel application) {
        this.application = application;
    }

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) throws RpcException {
        if (failures == null) {
            failures = application.getBeanFactory().getBean(Failures.class);
        }
        if (failures != null && invoker.getInterface().getName().startsWith(OUR_SERVICES)) {
            pause(failures.delay(SLOW_MS).toMillis());
        }
        return invoker.invoke(invocation);
    }

    private static void pause(long millis) {
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
