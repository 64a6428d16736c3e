package org.gomall.payment;

import org.apache.dubbo.config.spring.context.annotation.EnableDubbo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wallets, payments, refunds and the double-entry ledger behind them; owner of schema {@code gomall_payment}. */
@SpringBootApplication
@EnableDubbo
@EnableScheduling
public class PaymentProviderApplication {

    /** Starts the process. */
    public static void main(String[] args) {
        SpringApplication.run(PaymentProviderApplication.class, args);
    }
}
