package org.gomall.payment.channel;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the card channel is, how it knows us, and how we know it. */
@Component
class ChannelSettings {

    private static final int SHORTEST_SECRET = 16;

    private final String url;
    private final String apiKey;
    private final String secret;
    private final String callbackUrl;
    private final Environment environment;

    /**
     * @param url empty for the sandbox in this process
     * @param apiKey what we show the channel
     * @param secret what the channel signs callbacks with
     * @param callbackBaseUrl the web as the channel reaches it
     */
    ChannelSettings(
            @Value("${gomall.payment.channel.url:}") String url,
            @Value("${gomall.payment.channel.api-key:}") String apiKey,
            @Value("${gomall.payment.channel.secret:}") String secret,
            @Value("${gomall.payment.callback-base-url}") String callbackBaseUrl,
            Environment environment) {
        if (apiKey.length() < SHORTEST_SECRET || secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "gomall.payment.channel.api-key and .secret must be set, each with at least " + SHORTEST_SECRET
                            + " characters; see docs/payments.md");
        }
        this.url = url;
        this.apiKey = apiKey;
        this.secret = secret;
        this.callbackUrl = callbackBaseUrl + "/api/payments/callbacks/" + CardChannel.NAME;
        this.environment = environment;
    }

    String url() {
        // Only a running server knows its port when a free one was asked for.
        return url.isBlank() ? "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") : url;
    }

    String apiKey() {
        return apiKey;
    }

    String secret() {
        return secret;
    }

    String callbackUrl() {
        return callbackUrl;
    }
}
