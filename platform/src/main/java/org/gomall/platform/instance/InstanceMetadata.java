package org.gomall.platform.instance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.dubbo.registry.client.ServiceInstance;
import org.apache.dubbo.registry.client.ServiceInstanceCustomizer;
import org.apache.dubbo.rpc.model.ApplicationModel;

/** Writes into Nacos, beside what Dubbo writes there, what the ops pages and gray releases need to know. */
public final class InstanceMetadata implements ServiceInstanceCustomizer {

    /** Where {@code /actuator/figures} answers, on the host of the instance. */
    public static final String MANAGEMENT_PORT = "gomall.management-port";

    /** What is running. */
    public static final String VERSION = "gomall.version";

    /** Dubbo's own name for it: requests without this tag are sent elsewhere ({@link TagRouter}). */
    public static final String TAG = "dubbo.tag";

    /** The cell whose calls it takes; see {@code org.gomall.platform.cells.Cells}. */
    public static final String CELL = "gomall.cell";

    @Override
    public void customize(ServiceInstance instance, ApplicationModel application) {
        RunningInstance self = application.getBeanFactory().getBean(RunningInstance.class);
        if (self != null) {
            instance.getMetadata().putAll(of(self));
        }
    }

    static Map<String, String> of(RunningInstance self) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(MANAGEMENT_PORT, Integer.toString(self.managementPort()));
        metadata.put(VERSION, self.version());
        self.tag().ifPresent(tag -> metadata.put(TAG, tag));
        self.servedCell().ifPresent(cell -> metadata.put(CELL, cell));
        return metadata;
    }
}
