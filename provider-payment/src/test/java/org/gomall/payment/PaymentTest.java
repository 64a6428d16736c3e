package org.gomall.payment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gomall.platform.test.ProviderTest;
import org.gomall.platform.test.SentStatements;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of provider-payment on the real servers; all of them share one application. */
@ProviderTest
@Import({
    MoneyRows.class,
    HeardEvents.class,
    RemoteCaller.class,
    ChannelHand.class,
    WebStandIn.class,
    SentStatements.class
})
@ContextConfiguration(initializers = WebStandIn.Address.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PaymentTest {}
