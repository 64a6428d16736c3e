package org.gomall.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TraceIdTest {

    @Test
    void holds_for_the_work_and_no_longer() {
        String id = TraceId.create();
        TraceId.run(id, () -> {
            assertThat(TraceId.current()).isEqualTo(id);
            TraceId.run(
                    "another-trace-id-0123", () -> assertThat(TraceId.current()).isEqualTo("another-trace-id-0123"));
            assertThat(TraceId.current()).isEqualTo(id);
        });

        assertThat(TraceId.current()).isEmpty();
    }

    @Test
    void a_malformed_id_from_outside_is_replaced() {
        assertThat(TraceId.isValid("short")).isFalse();
        assertThat(TraceId.isValid("0123456789abcdef\nforged")).isFalse();
        TraceId.run("x\ny", () -> assertThat(TraceId.current()).hasSize(32).matches("[0-9a-f]+"));
    }

    @Test
    void a_request_keeps_one_id_over_all_its_dispatches() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        String[] seen = new String[2];
        for (int dispatch = 0; dispatch < 2; dispatch++) {
            int number = dispatch;
            MockFilterChain chain = new MockFilterChain() {
                @Override
                public void doFilter(jakarta.servlet.ServletRequest ask, jakarta.servlet.ServletResponse answer) {
                    seen[number] = TraceId.current();
                }
            };
            new TraceIdFilter(true).doFilter(request, new MockHttpServletResponse(), chain);
        }

        assertThat(seen).containsOnly("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(TraceId.current()).isEmpty();
    }

    @Test
    void nobody_outside_chooses_the_id_of_a_request() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        new TraceIdFilter(false).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

        assertThat((String) request.getAttribute(TraceId.KEY))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }
}
