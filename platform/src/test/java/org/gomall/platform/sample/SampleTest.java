package org.gomall.platform.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gomall.platform.test.ProviderTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A {@link ProviderTest} of the sample provider. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ProviderTest
@TestPropertySource(properties = "spring.config.location=classpath:/sample/")
@ContextConfiguration(classes = SampleApplication.class)
public @interface SampleTest {}
