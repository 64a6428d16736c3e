package org.gomall.product.figures;

import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.gomall.api.stock.StockQueryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services of other processes that this one reads. */
@Configuration(proxyBeanMethods = false)
class RemoteServices {

    @Bean
    @DubboReference(timeout = 500, retries = 1, cluster = "failover")
    ReferenceBean<StockQueryService> stockQueryService() {
        return new ReferenceBean<>();
    }
}
