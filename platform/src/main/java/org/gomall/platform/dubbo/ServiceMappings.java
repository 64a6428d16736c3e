package org.gomall.platform.dubbo;

import java.util.concurrent.TimeUnit;
import org.apache.dubbo.config.ServiceConfigBase;
import org.apache.dubbo.metadata.ServiceNameMapping;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.apache.dubbo.rpc.model.ModuleModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps in Nacos which application offers a service. Dubbo writes it once, at the export; a Nacos that was restarted empty
 * gets the instances back from its client, but without this no new consumer would ever find them.
 */
final class ServiceMappings implements SmartLifecycle {

    private static final long PAUSE_SECONDS = 10;
    private static final Logger log = LoggerFactory.getLogger(ServiceMappings.class);

    private final ApplicationModel application;
    private volatile Thread thread;

    ServiceMappings(ApplicationModel application) {
        this.application = application;
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, "service-mappings");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopped = thread;
        thread = null;
        if (stopped != null) {
            stopped.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
                mapAll();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.debug("Nacos cannot be told now which services there are: {}", e.toString());
            }
        }
    }

    private void mapAll() {
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
