package org.gomall.user.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 12 MiB, three passes and one lane: one of the equal settings of OWASP's Password Storage Cheat Sheet,
 * and the one whose memory suits a small heap. Costs about 35 ms of one core (100 ms without the C2 compiler).
 *
 * <p>Every hash takes that memory and that time, so only a few run at once and the others wait a little: a wave of
 * logins may be slow, but it neither fills the heap nor starves the other services of this process.
 */
@Component
class PasswordHasher {

    static final int MEMORY_KIB = 12 * 1024;
    static final int PASSES = 3;
    static final int LANES = 1;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_AT_ONCE = 8;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(
            Math.min(MOST_AT_ONCE, Math.max(2, Runtime.getRuntime().availableProcessors())), true);
    private final Timer timer;
    private final String hashOfNobody;

    PasswordHasher(MeterRegistry meters) {
        this.timer = Timer.builder("gomall.password.hash")
                .description("Argon2id computations")
                .register(meters);
        this.hashOfNobody = encoder.encode(UUID.randomUUID().toString());
    }

    /** The hash to store, with its parameters and a new salt. */
    String hash(String password) {
        return limited(() -> encoder.encode(password));
    }

    /** Whether {@code hash} is one of this password. */
    boolean matches(String password, String hash) {
        return limited(() -> encoder.matches(password, hash));
    }

    /** The work of {@link #matches} for an account that does not exist, so that time does not tell it. */
    boolean matchesNobody(String password) {
        matches(password, hashOfNobody);
        return false;
    }

    private <T> T limited(Supplier<T> work) {
        if (!entered()) {
            throw new BusinessException(
                    ErrorCode.RATE_LIMITED, ErrorCode.RATE_LIMITED.defaultMessage(), Map.of("retryAfterSeconds", 1L));
        }
        try {
            return timer.record(work);
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
