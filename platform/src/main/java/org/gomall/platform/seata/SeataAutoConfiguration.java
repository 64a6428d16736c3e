package org.gomall.platform.seata;

import org.apache.seata.tm.api.FailureHandler;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** What Seata's own auto-configuration leaves open; its settings are in gomall-common.yaml. */
@AutoConfiguration(beforeName = "org.apache.seata.spring.boot.autoconfigure.SeataAutoConfiguration")
@ConditionalOnProperty(name = "gomall.seata.enabled", havingValue = "true")
public class SeataAutoConfiguration {

    @Bean("failureHandler")
    FailureHandler<?> globalTransactionFailures() {
        return new GlobalTransactionFailures();
    }
}
