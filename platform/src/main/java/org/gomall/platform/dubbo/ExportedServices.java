package org.gomall.platform.dubbo;

import java.util.ArrayList;
import java.util.List;
import org.apache.dubbo.config.ServiceConfigBase;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.apache.dubbo.rpc.model.ModuleModel;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Ready only when every Dubbo service of this process is exported; without any it is always ready. */
final class ExportedServices extends AbstractHealthIndicator {

    private final ApplicationModel application;

    ExportedServices(ApplicationModel application) {
        super("cannot tell which Dubbo services are exported");
        this.application = application;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<String> missing = new ArrayList<>();
        int exported = 0;
        for (ModuleModel module : application.getPubModuleModels()) {
            for (ServiceConfigBase<?> service : module.getConfigManager().getServices()) {
                if (service.isExported()) {
                    exported++;
                } else {
                    missing.add(service.getInterfaceClass().getSimpleName());
                }
            }
        }
        builder.status(missing.isEmpty() ? "UP" : "OUT_OF_SERVICE").withDetail("exported", exported);
        if (!missing.isEmpty()) {
            builder.withDetail("missing", missing);
        }
    }
}
