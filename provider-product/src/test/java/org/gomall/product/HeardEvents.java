package org.gomall.product;

import org.gomall.api.common.Topics;
import org.gomall.api.product.SkuAdded;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.test.Heard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What came out of our outbox through RocketMQ. */
@Configuration(proxyBeanMethods = false)
public class HeardEvents {

    @Bean
    Heard<SkuAdded> addedSkus() {
        return new Heard<>("test-sku-added", Topics.PRODUCT, SkuAdded.class);
    }

    @Bean
    Heard<PrivilegedAct> privilegedActs() {
        return new Heard<>("test-privileged-act", Topics.AUDIT, PrivilegedAct.class);
    }
}
