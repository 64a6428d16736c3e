package org.gomall.order.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gomall.platform.test.ProviderTest;
import org.gomall.platform.test.SentStatements;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * provider-order against real servers, its neighbours faked in the same process. One context for all tests. Nobody looks
 * at the schemas of the others by himself: they are not there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ProviderTest
@Import({Fakes.class, SentStatements.class})
@TestPropertySource(properties = "gomall.reconciliation.interval=0s")
public @interface OrderTest {}
