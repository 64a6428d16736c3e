package org.gomall.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

class PatternTimersTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PatternTimers timers = new PatternTimers(meters);

    @Test
    void requests_of_one_pattern_are_one_kind_whatever_their_paths() {
        record("GET", "/api/products/1", "/api/products/{productId}", 200);
        record("GET", "/api/products/2", "/api/products/{productId}", 200);
        record("GET", "/api/products/3", "/api/products/{productId}", 404);

        assertThat(timer("/api/products/{productId}", "GET", "200").count()).isEqualTo(2);
        assertThat(timer("/api/products/{productId}", "GET", "200").totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(4);
        assertThat(timer("/api/products/{productId}", "GET", "404").count()).isEqualTo(1);
    }

    @Test
    void nobody_makes_up_tags() {
        record("GET", "/made/up", null, 404);
        record("BREW", "/coffee", null, 404);
        record("STIR", "/coffee", null, 404);

        assertThat(timer("other", "GET", "404").count()).isEqualTo(1);
        assertThat(timer("other", "other", "404").count()).isEqualTo(2);
        assertThat(meters.getMeters()).hasSize(2);
    }

    private void record(String method, String path, String pattern, int status) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        if (pattern != null) {
            request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setStatus(status);
        timers.record(request, response, 2_000_000);
    }

    private Timer timer(String uri, String method, String status) {
        return meters.get("http.server.requests")
                .tags("uri", uri, "method", method, "status", status)
                .timer();
    }
}
