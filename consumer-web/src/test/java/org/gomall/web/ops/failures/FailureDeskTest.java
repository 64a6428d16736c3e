package org.gomall.web.ops.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AuditLogService;
import org.gomall.slice.Documents;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.ui.ExtendedModelMap;

class FailureDeskTest {

    private static final ActingUser OPS = new ActingUser(1005, "192.0.2.1");

    private final Documents documents = new Documents();
    private final AuditLogService audit = mock();

    @Test
    void a_failure_is_a_line_of_the_live_settings_of_its_application_and_others_stay() {
        FailureDesk desk = desk("demo");
        desk.set(OPS, Map.of("slow-stock", 250L, "decline-cards", 10L));
        desk.set(OPS, Map.of("lose-callbacks", 20L));

        assertThat(desk.switches())
                .filteredOn(each -> each.value() > 0)
                .extracting(each -> each.application() + " " + each.failure() + " " + each.value() + " " + each.unit())
                .containsExactlyInAnyOrder(
                        "provider-stock slow-stock 250 millis",
                        "provider-payment decline-cards 10 percent",
                        "provider-payment lose-callbacks 20 percent");
        desk.reset(OPS);
        assertThat(desk.switches()).allMatch(each -> each.value() == 0);
    }

    @Test
    void comments_and_other_settings_stay_where_they_are() {
        String text = "# why\ngomall.order.pay-timeout=30m\n\ngomall.order.fail-after-reserve=0\nx=1\n";

        assertThat(SettingsText.with(text, Map.of("gomall.order.fail-after-reserve", 5L)))
                .isEqualTo("# why\ngomall.order.pay-timeout=30m\n\ngomall.order.fail-after-reserve=5\nx=1\n");
        assertThat(SettingsText.with(text, Map.of("gomall.failures.slow-ms", 5L)))
                .isEqualTo(text + "gomall.failures.slow-ms=5\n");
        assertThat(SettingsText.number(text, "gomall.order.fail-after-reserve")).isZero();
        assertThat(SettingsText.number(text, "x")).isOne();
        assertThat(SettingsText.number(text, "gomall.order.pay-timeout")).isZero();
    }

    @Test
    void what_is_unknown_or_out_of_bounds_is_refused_by_name() {
        assertThatThrownBy(() -> desk("demo").set(OPS, Map.of("slow-stock", 5_001L, "nonsense", 1L)))
                .isInstanceOfSatisfying(BusinessException.class, refused -> {
                    assertThat(refused.error()).isEqualTo(ErrorCode.VALIDATION);
                    assertThat(refused.details()).containsOnlyKeys("slow-stock", "nonsense");
                });
        verify(audit, never()).record(any());
    }

    @Test
    void nothing_fails_that_cannot_be_put_on_record_or_outside_of_demonstrations() {
        FailureDesk desk = desk("demo");
        doThrow(new BusinessException(ErrorCode.UNAVAILABLE)).when(audit).record(any());
        assertThatThrownBy(() -> desk.set(OPS, Map.of("slow-stock", 1L))).isInstanceOf(BusinessException.class);
        assertThat(desk.switches()).allMatch(each -> each.value() == 0);

        assertThat(desk("prod").isOpen()).isFalse();
        ExtendedModelMap closed = new ExtendedModelMap();
        assertThat(new FailurePages(desk("prod")).show(closed)).isEqualTo("ops/failures");
        assertThat(closed).containsEntry("open", false).doesNotContainKey("switches");
        assertThatThrownBy(() -> desk("prod").set(OPS, Map.of("slow-stock", 1L)))
                .isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.error())
                        .isEqualTo(ErrorCode.NOT_FOUND));
    }

    private FailureDesk desk(String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new FailureDesk(documents, audit, Clock.systemUTC(), environment);
    }
}
