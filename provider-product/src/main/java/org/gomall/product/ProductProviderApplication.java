package org.gomall.product;

import org.apache.dubbo.config.spring.context.annotation.EnableDubbo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts provider-product: categories, products, SKUs and search. */
@SpringBootApplication
@EnableDubbo
public class ProductProviderApplication {

    /** Starts the process. */
    public static void main(String[] args) {
        SpringApplication.run(ProductProviderApplication.class, args);
    }
}
