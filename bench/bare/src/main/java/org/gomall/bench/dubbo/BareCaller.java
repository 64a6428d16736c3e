package org.gomall.bench.dubbo;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.gomall.api.product.CatalogueService;
import org.gomall.bench.load.Console;

/** The process of the clients that call {@link BareProvider}. */
public final class BareCaller {

    private BareCaller() {}

    /**
     * Works until its input ends.
     *
     * @param args the port of the provider, and ids of products
     */
    public static void main(String[] args) throws IOException {
        ReferenceConfig<CatalogueService> reference = new ReferenceConfig<>();
        reference.setInterface(CatalogueService.class);
        reference.setUrl("dubbo://" + BareDubbo.HOST + ":" + args[0] + "?serialization=hessian2");
        reference.setTimeout(500);
        reference.setRetries(1);
        DubboBootstrap.getInstance()
                .application(BareDubbo.application("bare-caller"))
                .registry(new RegistryConfig(RegistryConfig.NO_AVAILABLE))
                .reference(reference)
                .start();
        List<Long> products = Arrays.stream(args).skip(1).map(Long::valueOf).toList();
        new Console(Map.of("calls", new ProductReads(reference.get(), products))).listen(System.in, System.out);
        System.exit(0);
    }
}
