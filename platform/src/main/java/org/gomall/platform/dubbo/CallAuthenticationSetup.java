package org.gomall.platform.dubbo;

import java.time.Clock;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Hands the secret and the table of callers to Dubbo before any reference exists, so that its first call is signed already.
 * Only Dubbo's own service of metadata is asked without a signature (docs/adr/0008).
 */
final class CallAuthenticationSetup implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment = beans.getBean(Environment.class);
        String self = environment.getRequiredProperty("spring.application.name");
        beans.getBean(ApplicationModel.class)
                .getBeanFactory()
                .registerBean(new CallAuthentication(
                        self,
                        new CallSignature(CallSecret.of(environment)),
                        KnownCallers.of(self, environment),
                        beans.getBean(Clock.class)));
    }
}
