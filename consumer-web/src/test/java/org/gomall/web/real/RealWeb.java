package org.gomall.web.real;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gomall.platform.test.RealServers;
import org.gomall.platform.test.ReferencesReady;
import org.gomall.web.WebApplication;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;

/** The web as it runs, against real Nacos, Redis and RocketMQ; provider-user is played by an object behind real Dubbo. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({RealServers.class, RealWeb.WithoutSchema.class})
@SpringBootTest(
        classes = {WebApplication.class, PlayedProviders.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@TestExecutionListeners(
        listeners = ReferencesReady.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@interface RealWeb {

    /** The web owns no data; with a schema the platform would open a database. */
    class WithoutSchema implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            System.clearProperty("gomall.schema");
        }
    }
}
