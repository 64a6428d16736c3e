package org.gomall.platform.dubbo;

import java.util.ArrayList;
import java.util.List;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.config.ServiceConfigBase;
import org.apache.dubbo.metadata.ServiceNameMapping;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.apache.dubbo.rpc.model.ModuleModel;

/**
 * Keeps in Nacos which application offers a service. Dubbo writes it once, at the export; a Nacos that was restarted empty
 * gets the instances back from its client, but without this no new consumer would ever find them.
 *
 * <p>A Nacos that has lost one has lost all: usually one is looked at, and all of them now and then.
 */
final class ServiceMappings implements Runnable {

    private static final int LOOKS_UNTIL_ALL = 6;

    private final ApplicationModel application;
    private int looks;

    ServiceMappings(ApplicationModel application) {
        this.application = application;
    }

    @Override
    public void run() {
        ServiceNameMapping mapping = ServiceNameMapping.getDefaultExtension(application);
        List<URL> services = exported();
        if (services.isEmpty()) {
            return;
        }
        boolean all = looks % LOOKS_UNTIL_ALL == 0;
        if (all || !mapping.getRemoteMapping(services.get(0)).contains(application.getApplicationName())) {
            // Reads first, and writes only what is missing.
            services.forEach(mapping::map);
        }
        // Not before all is well: what failed is looked at as a whole again.
        looks++;
    }

    private List<URL> exported() {
        List<URL> services = new ArrayList<>();
        for (ModuleModel module : application.getPubModuleModels()) {
            for (ServiceConfigBase<?> service : module.getConfigManager().getServices()) {
                if (service.isExported()) {
                    service.getExportedUrls().stream()
                            .filter(url -> url.getParameter("interface") != null)
                            .limit(1)
                            .forEach(services::add);
                }
            }
        }
        return services;
    }
}
