package org.gomall.platform.instance;

import java.time.Duration;
import java.util.function.IntSupplier;
import org.apache.dubbo.registry.client.metadata.ServiceInstanceMetadataUtils;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * The first thing that happens when a process is told to stop: it is ready no more, leaves Nacos, goes on working while
 * its callers hear of that, and waits for the calls that are under way. Only then anything is closed. Without this a
 * write that is on its way to an instance being stopped would be lost, because writes are never sent twice.
 */
final class GracefulOffline implements ApplicationListener<ContextClosedEvent>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(GracefulOffline.class);
    private static final Duration CALLS_END_WITHIN = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 20;

    private final ApplicationContext context;
    private final ObjectProvider<ApplicationModel> dubbo;
    private final ObjectProvider<WebAnnouncement> announcement;
    private final IntSupplier underWay;
    private final Duration settle;

    /**
     * @param underWay how many requests the process is working on
     * @param settle how long callers may take to hear that this instance has left
     */
    GracefulOffline(
            ApplicationContext context,
            ObjectProvider<ApplicationModel> dubbo,
            ObjectProvider<WebAnnouncement> announcement,
            IntSupplier underWay,
            Duration settle) {
        this.context = context;
        this.dubbo = dubbo;
        this.announcement = announcement;
        this.underWay = underWay;
        this.settle = settle;
    }

    /** Before Dubbo's own listener, which closes everything at once. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() != context) {
            return;
        }
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        announcement.ifAvailable(WebAnnouncement::withdraw);
        dubbo.ifAvailable(ServiceInstanceMetadataUtils::unregisterMetadataAndInstance);
        pause(settle.toMillis());
        long end = System.nanoTime() + CALLS_END_WITHIN.toNanos();
        while (underWay.getAsInt() > 0 && System.nanoTime() < end) {
            pause(POLL_MILLIS);
        }
        if (underWay.getAsInt() > 0) {
            log.warn("{} requests are still under way, stopping all the same", underWay.getAsInt());
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
