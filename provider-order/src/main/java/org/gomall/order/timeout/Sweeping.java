package org.gomall.order.timeout;

import org.gomall.order.settings.OrderSettings;
import org.gomall.platform.process.RepeatedJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps while the process lives; the pause is a live setting. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

    @Bean
    RepeatedJob orderSweeper(Sweeper sweeper, OrderSettings settings) {
        return new RepeatedJob("order-sweeper", settings::sweepInterval, sweeper::sweep);
    }
}
