package org.gomall.user;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gomall.platform.test.ProviderTest;
import org.springframework.context.annotation.Import;

/** The provider on its real servers, called over Dubbo through {@link Remote}; one context for all tests. */
@ProviderTest
@Import({RemoteConfiguration.class, People.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UserTest {}
