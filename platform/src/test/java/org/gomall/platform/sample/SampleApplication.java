package org.gomall.platform.sample;

import org.apache.dubbo.config.spring.context.annotation.EnableDubbo;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest provider: everything it does not say comes from the platform. */
@SpringBootApplication
@EnableDubbo
public class SampleApplication {}
