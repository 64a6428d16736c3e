package org.gomall.platform.dubbo;

import org.apache.dubbo.config.ServiceConfigBase;
import org.apache.dubbo.metadata.ServiceNameMapping;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.apache.dubbo.rpc.model.ModuleModel;

/**
 * Keeps in Nacos which application offers a service. Dubbo writes it once, at the export; a Nacos that was restarted empty
 * gets the instances back from its client, but without this no new consumer would ever find them.
 */
final class ServiceMappings implements Runnable {

    private final ApplicationModel application;

    ServiceMappings(ApplicationModel application) {
        this.application = application;
    }

    @Override
    public void run() {
        ServiceNameMapping mapping = ServiceNameMapping.getDefaultExtension(application);
        for (ModuleModel module : application.getPubModuleModels()) {
            for (ServiceConfigBase<?> service : module.getConfigManager().getServices()) {
                if (service.isExported()) {
                    // Reads first, and writes only what is missing.
                    service.getExportedUrls().stream()
                            .filter(url -> url.getParameter("interface") != null)
                            .limit(1)
                            .forEach(mapping::map);
                }
            }
        }
    }
}
