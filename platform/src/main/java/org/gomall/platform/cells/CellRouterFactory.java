package org.gomall.platform.cells;

import org.apache.dubbo.common.URL;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.cluster.router.state.StateRouter;
import org.apache.dubbo.rpc.cluster.router.state.StateRouterFactory;

/**
 * Found by Dubbo (META-INF/dubbo); the cell is chosen before anything else is. Every reference has a router of its own, because
 * each knows its own list of instances.
 */
@Activate(order = 10)
public final class CellRouterFactory implements StateRouterFactory {

    @Override
    public <T> StateRouter<T> getRouter(Class<T> service, URL reference) {
        return new CellRouter<>(service, reference);
    }
}
