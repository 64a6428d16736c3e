package org.gomall.payment.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gomall.payment.sandbox.SandboxMapper.Callback;
import org.gomall.platform.failures.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Posts signed callbacks until they are answered with 2xx, with growing pauses, and gives up after a while. */
@Component
class CallbackSender {

    private static final Logger log = LoggerFactory.getLogger(CallbackSender.class);

    private static final int PAUSE_MS = 200;
    private static final String LOSE = "gomall.failures.lose-callbacks";
    private static final long[] WAIT_SECONDS = {3, 5, 10, 30, 60, 300, 900, 3_600};
    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final SandboxMapper tables;
    private final SandboxSettings settings;
    private final TransactionTemplate transaction;
    private final Failures failures;
    private final Clock clock;
    private final HttpClient http;

    CallbackSender(
            SandboxMapper tables,
            SandboxSettings settings,
            TransactionTemplate transaction,
            Failures failures,
            Clock clock) {
        this.tables = tables;
        this.settings = settings;
        this.transaction = transaction;
        this.failures = failures;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
    }

    @Scheduled(fixedDelay = PAUSE_MS)
    void send() {
        if (!tables.anyToSend()) {
            return;
        }
        for (Callback callback : claim()) {
            if (failures.strikes(LOSE) || isTaken(callback) || callback.attempts() + 1 >= WAIT_SECONDS.length) {
                tables.deleteCallback(callback.callbackId());
            }
        }
    }

    /** Counted before it is sent: a crash while sending makes a repetition, never a loss. */
    private List<Callback> claim() {
        return transaction.execute(status -> {
            List<Callback> due = tables.dueCallbacks();
            due.forEach(callback -> tables.postpone(
                    callback.callbackId(), WAIT_SECONDS[Math.min(callback.attempts(), WAIT_SECONDS.length - 1)]));
            return due;
        });
    }

    private boolean isTaken(Callback callback) {
        try {
            return http.send(request(callback), HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            / 100
                    == 2;
        } catch (IOException | IllegalArgumentException e) {
            log.info("sandbox: callback {} comes again: {}", callback.eventId(), e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest request(Callback callback) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(URI.create(callback.url()))
                .timeout(WITHIN)
                .header("Content-Type", "application/json")
                .header("X-Channel-Timestamp", timestamp)
                .header("X-Channel-Signature", sign(timestamp + "." + callback.body()))
                .header("X-Channel-Event-Id", callback.eventId())
                .POST(HttpRequest.BodyPublishers.ofString(callback.body(), StandardCharsets.UTF_8))
                .build();
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
