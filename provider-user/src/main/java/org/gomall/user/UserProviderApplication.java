package org.gomall.user;

import org.apache.dubbo.config.spring.context.annotation.EnableDubbo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Accounts, roles and permissions, addresses and shops, as Dubbo services over schema {@code gomall_user}. */
@SpringBootApplication
@EnableDubbo
@EnableScheduling
public class UserProviderApplication {

    /** Starts the provider. */
    public static void main(String[] args) {
        SpringApplication.run(UserProviderApplication.class, args);
    }
}
