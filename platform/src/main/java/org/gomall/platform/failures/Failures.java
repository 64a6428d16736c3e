package org.gomall.platform.failures;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.gomall.platform.config.LiveSettings;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Failures that somebody has switched on to watch the system cope: live settings {@code gomall.failures.…}. Only in
 * demonstrations and tests; in production nothing ever fails on purpose, whatever the settings say. The idea is the feature
 * flags of the OpenTelemetry demo.
 */
public final class Failures {

    private static final Profiles ALLOWED = Profiles.of("demo", "test", "test-control");
    private static final long LONGEST_MILLIS = 10_000;

    private final LiveSettings settings;
    private final boolean allowed;

    Failures(LiveSettings settings, Environment environment) {
        this.settings = settings;
        this.allowed = environment.acceptsProfiles(ALLOWED);
    }

    /** Whether this time it shall fail: true for the share, in percent, that setting {@code name} says. */
    public boolean strikes(String name) {
        if (!allowed) {
            return false;
        }
        long percent = settings.number(name, 0);
        return percent > 0 && ThreadLocalRandom.current().nextInt(100) < percent;
    }

    /** The delay, in milliseconds, that setting {@code name} says; at most ten seconds. */
    public Duration delay(String name) {
        long millis = allowed ? settings.number(name, 0) : 0;
        return Duration.ofMillis(Math.max(0, Math.min(LONGEST_MILLIS, millis)));
    }
}
