package org.gomall.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.gomall.platform.config.LiveDocument;
import org.gomall.platform.config.LiveSettings;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.Outbox;
import org.gomall.platform.test.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A process like consumer-web: everything is on its class path, but it owns no schema and takes no part in Seata. */
@ExtendWith(RealServers.class)
class WithoutSchemaTest {

    @Test
    void starts_without_database_and_seata() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .properties("spring.config.location=classpath:/sample-web/")
                .run()) {
            assertThat(context.getBeansOfType(DataSource.class)).isEmpty();
            assertThat(context.getBeansOfType(Ids.class)).isEmpty();
            assertThat(context.getBeansOfType(Outbox.class)).isEmpty();
            assertThat(context.containsBean("globalTransactionScanner")).isFalse();

            assertThat(context.getBean(Clock.class).instant()).isNotNull();
            assertThat(context.getBean(LiveDocument.class)).isNotNull();
            assertThat(context.getBean(LiveSettings.class).duration("none", Duration.ofSeconds(1)))
                    .isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
