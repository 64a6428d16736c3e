package org.gomall.product;

import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.gomall.api.product.CatalogueService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our own service as other processes see it: found in Nacos, called over the network. */
@Configuration(proxyBeanMethods = false)
class OwnServiceFromOutside {

    @Bean
    @DubboReference(scope = "remote", timeout = 3_000)
    ReferenceBean<CatalogueService> remoteCatalogue() {
        return new ReferenceBean<>();
    }
}
