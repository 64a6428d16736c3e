package org.gomall.order.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gomall.order.pricing.ShippingRule;
import org.gomall.platform.config.LiveSettings;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class OrderSettingsTest {

    private final Map<String, Object> values = new HashMap<>();

    @Test
    void failures_can_be_switched_on_in_demos_and_tests_only() {
        values.put("gomall.order.fail-after-reserve", 30L);

        assertThat(in("demo").failAfterReservePercent()).isEqualTo(30);
        assertThat(in("test").failAfterReservePercent()).isEqualTo(30);
        assertThat(in("test-control").failAfterReservePercent()).isEqualTo(30);
        assertThat(in("production").failAfterReservePercent()).isZero();
        assertThat(in().failAfterReservePercent()).isZero();
    }

    @Test
    void transactions_can_be_switched_off_in_the_control_run_only() {
        assertThat(in("test-control").transactionsOn()).isTrue();
        values.put("gomall.order.transactions", "off");

        assertThat(in("test-control").transactionsOn()).isFalse();
        assertThat(in("demo").transactionsOn()).isTrue();
        assertThat(in("test").transactionsOn()).isTrue();
        assertThat(in("production").transactionsOn()).isTrue();
        assertThat(in().transactionsOn()).isTrue();
    }

    @Test
    void absurd_durations_and_amounts_are_bounded() {
        values.put("gomall.order.pay-timeout", Duration.ZERO);
        values.put("gomall.order.auto-receive-after", Duration.ofDays(9999));
        values.put("gomall.order.shipping-cents", -5L);

        assertThat(in().payTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(in().autoReceiveAfter()).isEqualTo(Duration.ofDays(365));
        assertThat(in().shipping()).isEqualTo(new ShippingRule(0, 0));
    }

    @Test
    void has_sensible_defaults() {
        assertThat(in().payTimeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(in().autoReceiveAfter()).isEqualTo(Duration.ofDays(10));
        assertThat(in().completeAfter()).isEqualTo(Duration.ofDays(7));
        assertThat(in().sweepInterval()).isEqualTo(Duration.ofSeconds(5));
    }

    private OrderSettings in(String... profiles) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        return new OrderSettings(new Fixed(values), environment);
    }

    private record Fixed(Map<String, Object> values) implements LiveSettings {

        @Override
        public Duration duration(String key, Duration fallback) {
            return (Duration) values.getOrDefault(key, fallback);
        }

        @Override
        public long number(String key, long fallback) {
            return (Long) values.getOrDefault(key, fallback);
        }

        @Override
        public boolean flag(String key, boolean fallback) {
            return (Boolean) values.getOrDefault(key, fallback);
        }

        @Override
        public String text(String key, String fallback) {
            return (String) values.getOrDefault(key, fallback);
        }

        @Override
        public void onChange(Runnable listener) {}
    }
}
