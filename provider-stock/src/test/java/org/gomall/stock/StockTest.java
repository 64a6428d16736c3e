package org.gomall.stock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gomall.platform.test.ProviderTest;
import org.gomall.platform.test.SentStatements;
import org.springframework.context.annotation.Import;

/** A test of provider-stock on the real servers; all of them share one application. */
@ProviderTest
@Import({StockRows.class, StockCaller.class, HeardNews.class, HeardActs.class, SentStatements.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StockTest {}
