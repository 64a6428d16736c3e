package org.gomall.web.edge;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Turns on the few timed tasks of the web. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Background {}
