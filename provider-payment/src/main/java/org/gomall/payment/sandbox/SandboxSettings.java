package org.gomall.payment.sandbox;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the sandbox knows its merchant, and how long it takes. */
@Component
class SandboxSettings {

    private final String apiKey;
    private final String secret;
    private final Duration quick;
    private final Duration slow;
    private final Duration late;

    SandboxSettings(
            @Value("${gomall.payment.sandbox.api-key}") String apiKey,
            @Value("${gomall.payment.sandbox.secret}") String secret,
            @Value("${gomall.payment.sandbox.quick}") Duration quick,
            @Value("${gomall.payment.sandbox.slow}") Duration slow,
            @Value("${gomall.payment.sandbox.late}") Duration late) {
        this.apiKey = apiKey;
        this.secret = secret;
        this.quick = quick;
        this.slow = slow;
        this.late = late;
    }

    String apiKey() {
        return apiKey;
    }

    String secret() {
        return secret;
    }

    Duration quick() {
        return quick;
    }

    Duration delay(Behaviour behaviour) {
        return switch (behaviour) {
            case SLOW -> slow;
            case LATE -> late;
            case QUICK, DECLINED, DUPLICATED, REORDERED, LOST -> quick;
        };
    }
}
