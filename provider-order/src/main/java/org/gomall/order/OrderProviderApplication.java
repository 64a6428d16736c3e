package org.gomall.order;

import org.apache.dubbo.config.spring.context.annotation.EnableDubbo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that keeps carts and orders. */
@SpringBootApplication
@EnableDubbo
public class OrderProviderApplication {

    /** Starts the process. */
    public static void main(String[] args) {
        SpringApplication.run(OrderProviderApplication.class, args);
    }
}
