package org.gomall.platform.test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives every Spring context of a test run its own Dubbo port and its own Nacos namespace. Spring keeps contexts for later
 * tests; without this a call could reach the fakes of another one.
 */
public final class OwnCorner implements ContextCustomizerFactory {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new Customizer();
    }

    /** All are equal, so that they do not keep contexts apart that could be shared. */
    private static final class Customizer implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            String namespace = System.getProperty("gomall.nacos.namespace") + "-" + CONTEXTS.incrementAndGet();
            TestPropertyValues.of(
                            "gomall.nacos.namespace=" + namespace, "dubbo.protocol.port=" + RealServers.freePort())
                    .applyTo(context);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Customizer;
        }

        @Override
        public int hashCode() {
            return Customizer.class.hashCode();
        }
    }
}
