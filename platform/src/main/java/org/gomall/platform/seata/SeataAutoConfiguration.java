package org.gomall.platform.seata;

import org.apache.seata.rm.fence.SpringFenceConfig;
import org.apache.seata.tm.api.FailureHandler;
import org.gomall.platform.database.DatabaseAutoConfiguration;
import org.gomall.platform.database.LocalTransactions;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Seata's own auto-configuration leaves open; its settings are in gomall-common.yaml. */
@AutoConfiguration(
        after = DatabaseAutoConfiguration.class,
        beforeName = "org.apache.seata.spring.boot.autoconfigure.SeataAutoConfiguration")
@ConditionalOnProperty(name = "gomall.seata.enabled", havingValue = "true")
public class SeataAutoConfiguration {

    @Bean("failureHandler")
    FailureHandler<?> globalTransactionFailures() {
        return new GlobalTransactionFailures();
    }

    /** After Seata's own settings, which it uses. */
    @Bean(initMethod = "install")
    @ConditionalOnProperty("gomall.schema")
    DirectFence directFence(
            SpringFenceConfig settings, FirstPhases firstPhases, JdbcClient jdbc, LocalTransactions transactions) {
        return new DirectFence(firstPhases, jdbc, transactions.joining());
    }

    @Bean
    @ConditionalOnProperty("gomall.schema")
    FirstPhases firstPhases(JdbcClient jdbc) {
        return new FirstPhases(jdbc);
    }

    @Bean
    @ConditionalOnProperty("gomall.schema")
    SecondPhases secondPhases(JdbcClient jdbc, LocalTransactions transactions) {
        return new SecondPhases(jdbc, transactions.alwaysNew());
    }
}
