package org.gomall.order.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gomall.platform.test.ProviderTest;
import org.springframework.context.annotation.Import;

/** provider-order against real servers, its neighbours faked in the same process. One context for all tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ProviderTest
@Import(Fakes.class)
public @interface OrderTest {}
