package org.gomall.platform.instance;

import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Lets Nacos know of a process that offers no Dubbo service, so that ops sees it among the others. While Nacos is away
 * the client tries again by itself.
 */
final class WebAnnouncement {

    private static final Logger log = LoggerFactory.getLogger(WebAnnouncement.class);

    private final NamingService nacos;
    private final RunningInstance self;
    private volatile boolean announced;

    WebAnnouncement(NamingService nacos, RunningInstance self) {
        this.nacos = nacos;
        this.self = self;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        Instance instance = new Instance();
        instance.setIp(self.host());
        instance.setPort(self.port());
        instance.setMetadata(InstanceMetadata.of(self));
        try {
            nacos.registerInstance(self.application(), instance);
        } catch (NacosException e) {
            log.warn("Nacos has not been told of this instance yet: {}", e.toString());
        }
        announced = true;
    }

    void withdraw() {
        if (announced) {
            announced = false;
            try {
                nacos.deregisterInstance(self.application(), self.host(), self.port());
            } catch (NacosException e) {
                log.warn("Nacos was not told that this instance ends; it will notice: {}", e.toString());
            }
        }
    }
}
