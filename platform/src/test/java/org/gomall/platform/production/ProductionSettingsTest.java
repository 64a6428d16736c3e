package org.gomall.platform.production;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Everything is set well but one thing, and that one keeps the process from starting. */
class ProductionSettingsTest {

    private static final String CHOSEN = "0f7a2c9be4516d38a1c05b7e92f4d683";

    private static final Map<String, Object> GOOD = Map.ofEntries(
            Map.entry("gomall.bind", "127.0.0.1"),
            Map.entry("gomall.schema", "gomall_order"),
            Map.entry("gomall.redis.address", "redis:6379"),
            Map.entry("gomall.pictures.store", "s3"),
            Map.entry("GOMALL_DUBBO_SECRET", CHOSEN),
            Map.entry("gomall.nacos.username", "gomall"),
            Map.entry("gomall.nacos.password", CHOSEN),
            Map.entry("gomall.rocketmq.access-key", "gomall"),
            Map.entry("gomall.rocketmq.secret-key", CHOSEN),
            Map.entry("spring.datasource.username", "gomall"),
            Map.entry("spring.datasource.password", CHOSEN),
            Map.entry("gomall.audit.password", CHOSEN),
            Map.entry("gomall.redis.password", CHOSEN),
            Map.entry("gomall.payment.channel.url", "https://cards.example.com"),
            Map.entry("gomall.payment.channel.api-key", CHOSEN),
            Map.entry("gomall.payment.channel.secret", CHOSEN),
            Map.entry("gomall.pictures.s3.access-key", "pictures"),
            Map.entry("gomall.pictures.s3.secret-key", CHOSEN));

    @Test
    void starts_when_every_secret_was_chosen() {
        assertThatCode(() -> start(GOOD, "prod")).doesNotThrowAnyException();
    }

    @Test
    void nothing_is_asked_for_outside_of_production() {
        assertThatCode(() -> start(Map.of("gomall.bind", "127.0.0.1"), "demo")).doesNotThrowAnyException();
    }

    static Stream<Arguments> published() {
        return Secret.ALL.stream()
                .flatMap(secret -> secret.published().stream().map(value -> Arguments.of(secret, value)));
    }

    static Stream<Secret> secrets() {
        return Secret.ALL.stream();
    }

    static Stream<Secret> guarded() {
        return Secret.ALL.stream().filter(secret -> secret.least() > 1);
    }

    @ParameterizedTest
    @MethodSource("published")
    void no_published_secret_is_accepted(Secret secret, String value) {
        refused(secret.property(), value, secret.variable());
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void none_may_be_missing(Secret secret) {
        refused(secret.property(), "", secret.variable());
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void none_may_be_short_or_monotonous(Secret secret) {
        refused(secret.property(), CHOSEN.substring(0, secret.least() - 1), secret.variable());
        refused(secret.property(), "ababababababababababababababababababab", secret.variable());
    }

    @Test
    void the_sandbox_is_no_card_channel() {
        refused("gomall.payment.channel.url", "", "GOMALL_CARD_CHANNEL_URL");
    }

    @Test
    void failures_on_purpose_have_no_place_here() {
        refused("gomall.failures.slow-stock", "500", "gomall.failures.slow-stock");
        refused("gomall.order.fail-after-reserve", "10", "fail-after-reserve");
    }

    @Test
    void neither_demo_nor_test_go_together_with_it() {
        assertThatThrownBy(() -> start(GOOD, "prod", "demo")).hasMessageContaining("SPRING_PROFILES_ACTIVE");
        assertThatThrownBy(() -> start(GOOD, "prod", "test-control")).hasMessageContaining("SPRING_PROFILES_ACTIVE");
    }

    @Test
    void all_problems_are_told_at_once_and_no_secret_is() {
        Map<String, Object> settings = new HashMap<>(GOOD);
        settings.put("spring.datasource.password", "gomall-root");
        settings.put("gomall.redis.password", "tiny");

        assertThatThrownBy(() -> start(settings, "prod"))
                .hasMessageContaining("GOMALL_DB_PASSWORD")
                .hasMessageContaining("GOMALL_REDIS_PASSWORD")
                .message()
                .doesNotContain("gomall-root", "tiny");
    }

    private static void refused(String property, String value, String named) {
        Map<String, Object> settings = new HashMap<>(GOOD);
        settings.put(property, value);
        assertThatThrownBy(() -> start(settings, "prod"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(named);
    }

    private static void start(Map<String, Object> settings, String... profiles) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        environment.setActiveProfiles(profiles);
        new ProductionSettings().postProcessEnvironment(environment, new SpringApplication());
    }
}
