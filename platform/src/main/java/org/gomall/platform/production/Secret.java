package org.gomall.platform.production;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/**
 * A secret that a production system must choose by itself.
 *
 * @param property where the applications read it
 * @param variable what sets it
 * @param least how many characters it needs; names of users have no such limit
 * @param published values that stand in this repository or in the manuals of the servers
 * @param used whether this process has a use for it
 */
record Secret(String property, String variable, int least, List<String> published, Predicate<Environment> used) {

    private static final int LONG = 32;
    private static final int MEDIUM = 16;
    private static final int SHORT = 12;
    private static final int NAME = 1;
    private static final int LEAST_DIFFERENT = 6;

    private static final Predicate<Environment> EVERYWHERE = any -> true;
    private static final Predicate<Environment> DATABASE = environment -> environment.containsProperty("gomall.schema");
    private static final Predicate<Environment> AUDITOR =
            environment -> environment.containsProperty("gomall.audit.password");
    private static final Predicate<Environment> REDIS =
            environment -> environment.containsProperty("gomall.redis.address");
    private static final Predicate<Environment> CARDS =
            environment -> environment.containsProperty("gomall.payment.channel.secret");
    private static final Predicate<Environment> BUCKET =
            environment -> environment.getProperty("gomall.pictures.store", "").equals("s3");

    static final List<Secret> ALL = List.of(
            new Secret(
                    "GOMALL_DUBBO_SECRET",
                    "GOMALL_DUBBO_SECRET",
                    LONG,
                    List.of("gomall-demo-secret-that-no-production-profile-accepts"),
                    EVERYWHERE),
            new Secret("gomall.nacos.username", "GOMALL_NACOS_USERNAME", NAME, List.of(), EVERYWHERE),
            new Secret("gomall.nacos.password", "GOMALL_NACOS_PASSWORD", SHORT, List.of("nacos"), EVERYWHERE),
            new Secret("gomall.rocketmq.access-key", "GOMALL_ROCKETMQ_ACCESS_KEY", NAME, List.of(), EVERYWHERE),
            new Secret(
                    "gomall.rocketmq.secret-key",
                    "GOMALL_ROCKETMQ_SECRET_KEY",
                    SHORT,
                    List.of("12345678", "1234567890"),
                    EVERYWHERE),
            new Secret("spring.datasource.username", "GOMALL_DB_USER", NAME, List.of("root"), DATABASE),
            new Secret(
                    "spring.datasource.password",
                    "GOMALL_DB_PASSWORD",
                    SHORT,
                    List.of("gomall", "gomall-root"),
                    DATABASE),
            new Secret("gomall.audit.password", "GOMALL_AUDIT_PASSWORD", SHORT, List.of("gomall-audit"), AUDITOR),
            new Secret("gomall.redis.password", "GOMALL_REDIS_PASSWORD", SHORT, List.of("gomall"), REDIS),
            new Secret(
                    "gomall.payment.channel.api-key",
                    "GOMALL_CARD_CHANNEL_KEY",
                    MEDIUM,
                    List.of("gomall-demo-channel-key"),
                    CARDS),
            new Secret(
                    "gomall.payment.channel.secret",
                    "GOMALL_CARD_CHANNEL_SECRET",
                    MEDIUM,
                    List.of("gomall-demo-channel-secret"),
                    CARDS),
            new Secret(
                    "gomall.pictures.s3.access-key",
                    "GOMALL_S3_ACCESS_KEY",
                    NAME,
                    List.of("gomall", "minioadmin"),
                    BUCKET),
            new Secret(
                    "gomall.pictures.s3.secret-key",
                    "GOMALL_S3_SECRET_KEY",
                    SHORT,
                    List.of("gomall-demo-pictures", "minioadmin"),
                    BUCKET));

    boolean isUsed(Environment environment) {
        return used.test(environment);
    }

    /** What is wrong with it, without showing it. */
    Optional<String> problem(Environment environment) {
        String value = environment.getProperty(property, "").strip();
        if (value.isEmpty()) {
            return Optional.of(variable + " is not set");
        }
        if (published.contains(value.toLowerCase(Locale.ROOT))) {
            return Optional.of(variable + " has a value that is published: choose one, for example with"
                    + " openssl rand -hex 32");
        }
        if (value.length() < least) {
            return Optional.of(variable + " has " + value.length() + " characters; it needs at least " + least);
        }
        boolean guessable = least > NAME && value.chars().distinct().count() < LEAST_DIFFERENT;
        return guessable
                ? Optional.of(variable + " repeats the same few characters: choose one, for example with"
                        + " openssl rand -hex 32")
                : Optional.empty();
    }
}
