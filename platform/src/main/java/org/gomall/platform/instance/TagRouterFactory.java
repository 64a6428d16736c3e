package org.gomall.platform.instance;

import org.apache.dubbo.common.URL;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.cluster.router.state.StateRouter;
import org.apache.dubbo.rpc.cluster.router.state.StateRouterFactory;

/** Found by Dubbo (META-INF/dubbo); the tag is looked at among the instances of the right cell. */
@Activate(order = 20)
public final class TagRouterFactory implements StateRouterFactory {

    @Override
    public <T> StateRouter<T> getRouter(Class<T> service, URL reference) {
        return new TagRouter<>(reference);
    }
}
