package org.gomall.stock;

import org.apache.dubbo.config.spring.context.annotation.EnableDubbo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Stock per SKU, reservations and their ledger; owner of schema {@code gomall_stock}. */
@SpringBootApplication
@EnableDubbo
public class StockProviderApplication {

    /** Starts the process. */
    public static void main(String[] args) {
        SpringApplication.run(StockProviderApplication.class, args);
    }
}
