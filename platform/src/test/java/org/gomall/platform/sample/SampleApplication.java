package org.gomall.platform.sample;

import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.annotation.Method;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.dubbo.config.spring.context.annotation.EnableDubbo;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The smallest provider: everything it does not say comes from the platform. */
@SpringBootApplication
@EnableDubbo
public class SampleApplication {

    /** Declared like the references of the web, with settings of their own for some methods. */
    @Bean
    @DubboReference(
            timeout = 5_000,
            retries = 0,
            cluster = "failover",
            methods = {@Method(name = "sleep", timeout = 200, retries = 1)})
    ReferenceBean<SampleService> declared() {
        return new ReferenceBean<>();
    }
}
