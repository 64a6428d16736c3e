package org.gomall.web.preview;

import org.gomall.platform.figures.FiguresAutoConfiguration;
import org.gomall.platform.instance.InstanceAutoConfiguration;
import org.gomall.slice.WebSlice;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The pages with nothing behind them but memory, for looking at them while they are being changed: run this main class
 * with the environment variable SERVER_PORT. alice (shopper), nova (merchant), admin and ops log in with the demo password.
 */
public final class MallPreview {

    private MallPreview() {}

    /** What the real web does with every request besides, so that a page costs here what it costs there. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        MetricsAutoConfiguration.class,
        CompositeMeterRegistryAutoConfiguration.class,
        PrometheusMetricsExportAutoConfiguration.class,
        InstanceAutoConfiguration.class,
        FiguresAutoConfiguration.class
    })
    static class Figures {}

    /** Starts it. */
    public static void main(String[] args) {
        ConfigurableApplicationContext slice = new SpringApplicationBuilder(WebSlice.class, Figures.class)
                .properties("server.address=127.0.0.1")
                .run(args);
        new MemoryDesk(new MemoryMall().withBusyShop().behind(slice)).behind(slice);
        MemoryOps.behind(slice);
    }
}
