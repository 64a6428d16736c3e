package org.gomall.platform.dubbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.apache.dubbo.config.annotation.DubboReference;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.sample.SampleService;
import org.gomall.platform.sample.SampleTest;
import org.gomall.platform.tracing.TraceId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@SampleTest
class CallsAcrossDubboTest {

    @DubboReference(timeout = 3_000)
    private SampleService sample;

    @DubboReference(timeout = 200)
    private SampleService impatientWrite;

    @DubboReference(timeout = 200, cluster = "failover", retries = 1)
    private SampleService impatientRead;

    @Autowired
    @Qualifier("declared")
    private SampleService declared;

    @DubboReference(group = "nobody")
    private SampleService missing;

    @Test
    void a_record_arrives() {
        assertThat(sample.page("hello").items()).containsExactly("hello");
    }

    @Test
    void the_trace_id_arrives() {
        String id = TraceId.create();
        String[] seen = new String[1];
        TraceId.run(id, () -> seen[0] = sample.traceId());

        assertThat(seen[0]).isEqualTo(id);
        assertThat(sample.traceId()).hasSize(32).isNotEqualTo(id);
    }

    @Test
    void a_refusal_arrives_as_itself() {
        BusinessException refusal = catchThrowableOfType(BusinessException.class, () -> sample.fail("refusal"));

        assertThat(refusal.error()).isEqualTo(ErrorCode.OUT_OF_STOCK);
        assertThat(refusal).hasMessage("gone");
        assertThat(refusal.details()).containsEntry("skuId", 42L).containsEntry("available", 3);
    }

    @Test
    void a_bug_arrives_without_internals() {
        BusinessException fault = catchThrowableOfType(BusinessException.class, () -> sample.fail("bug"));

        assertThat(fault.error()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(fault.getMessage()).doesNotContain("secret");
    }

    @Test
    void a_database_in_trouble_is_unavailable() {
        assertCode(() -> sample.fail("database"), ErrorCode.UNAVAILABLE);
    }

    @Test
    void a_service_without_providers_is_unavailable() {
        assertCode(() -> missing.traceId(), ErrorCode.UNAVAILABLE);
    }

    @Test
    void a_write_that_times_out_has_an_unknown_outcome() {
        assertCode(() -> impatientWrite.sleep(500), ErrorCode.TIMEOUT);
    }

    @Test
    void a_read_that_times_out_is_unavailable() {
        assertCode(() -> impatientRead.sleep(500), ErrorCode.UNAVAILABLE);
    }

    @Test
    void settings_of_a_method_hold_for_a_declared_reference() {
        long start = System.nanoTime();
        assertCode(() -> declared.sleep(1_500), ErrorCode.UNAVAILABLE);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("200 ms, tried twice, where the service has 5 s and no second try")
                .isBetween(Duration.ofMillis(400), Duration.ofMillis(1_400));
    }

    private static void assertCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
        BusinessException fault = catchThrowableOfType(BusinessException.class, call);
        assertThat(fault.error()).isEqualTo(code);
    }
}
