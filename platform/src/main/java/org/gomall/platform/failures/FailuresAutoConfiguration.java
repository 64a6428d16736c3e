package org.gomall.platform.failures;

import org.apache.dubbo.rpc.model.ApplicationModel;
import org.gomall.platform.config.ConfigAutoConfiguration;
import org.gomall.platform.config.LiveSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Failures on purpose, for whoever wants to have some; Dubbo's filter finds them at the Dubbo application. */
@AutoConfiguration(
        after = ConfigAutoConfiguration.class,
        afterName = "org.apache.dubbo.spring.boot.autoconfigure.DubboAutoConfiguration")
@ConditionalOnProperty("gomall.nacos.address")
public class FailuresAutoConfiguration {

    @Bean
    Failures failuresOnPurpose(LiveSettings settings, Environment environment, ObjectProvider<ApplicationModel> dubbo) {
        Failures failures = new Failures(settings, environment);
        dubbo.ifAvailable(application -> application.getBeanFactory().registerBean(failures));
        return failures;
    }
}
