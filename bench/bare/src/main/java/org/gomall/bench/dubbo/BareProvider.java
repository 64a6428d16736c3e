package org.gomall.bench.dubbo;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.gomall.api.product.CatalogueService;
import org.gomall.bench.load.Console;

/** The process that is called by {@link BareCaller}. */
public final class BareProvider {

    private BareProvider() {}

    /**
     * Works until its input ends.
     *
     * @param args the port, and the file of products
     */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        ServiceConfig<CatalogueService> service = new ServiceConfig<>();
        service.setInterface(CatalogueService.class);
        service.setRef(new FixedCatalogue(FixedCatalogue.read(Path.of(args[1]))));
        DubboBootstrap.getInstance()
                .application(BareDubbo.application("bare-provider"))
                .registry(new RegistryConfig(RegistryConfig.NO_AVAILABLE))
                .protocol(BareDubbo.protocol(Integer.parseInt(args[0])))
                .service(service)
                .start();
        System.out.println(Console.READY);
        while (System.in.read() >= 0) {
            // Nobody tells it anything but the end.
        }
        System.exit(0);
    }
}
