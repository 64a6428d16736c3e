package org.gomall.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gomall.web.envelope.FailureResponses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RushFilterTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService shoppers = Executors.newCachedThreadPool();
    private final CountDownLatch work = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final FilterChain slow = (request, response) -> {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            work.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inside.decrementAndGet();
        }
    };

    @AfterEach
    void end() {
        work.countDown();
        shoppers.shutdownNow();
    }

    @Test
    void lets_some_in_some_wait_and_sends_the_rest_away_at_once() throws Exception {
        RushFilter filter =
                new RushFilter(new FailureResponses(), new Turnstile(2, 3, LONG), new Turnstile(1, 0, LONG));
        List<Future<MockHttpServletResponse>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(shoppers.submit(() -> ask(filter, "GET", "/api/products/1")));
        }

        await().until(() -> answers.stream().filter(Future::isDone).count() == 3 && inside.get() == 2);
        for (Future<MockHttpServletResponse> answer : answers) {
            if (answer.isDone()) {
                assertThat(answer.get().getStatus()).isEqualTo(429);
                assertThat(answer.get().getHeader("Retry-After")).isEqualTo("1");
                assertThat(answer.get().getContentAsString()).contains("42900");
            }
        }

        work.countDown();
        for (Future<MockHttpServletResponse> answer : answers) {
            answer.get();
        }
        assertThat(answers.stream().filter(answer -> statusOf(answer) == 200)).hasSize(5);
        assertThat(most).hasValue(2);
        assertThat(ask(filter, "GET", "/api/products/1").getStatus()).isEqualTo(200);
    }

    @Test
    void nobody_waits_for_ever() throws Exception {
        RushFilter filter = new RushFilter(
                new FailureResponses(), new Turnstile(1, 1, Duration.ofMillis(20)), new Turnstile(1, 0, LONG));
        shoppers.submit(() -> ask(filter, "GET", "/api/products/1"));
        await().until(() -> inside.get() == 1);

        assertThat(ask(filter, "GET", "/api/products/1").getStatus()).isEqualTo(429);
    }

    @Test
    void slow_writes_keep_nobody_from_looking_around_nor_ops_from_their_pages() {
        RushFilter filter =
                new RushFilter(new FailureResponses(), new Turnstile(2, 0, LONG), new Turnstile(1, 0, LONG));
        shoppers.submit(() -> ask(filter, "POST", "/api/orders"));
        await().until(() -> inside.get() == 1);

        assertThat(asked(filter, "POST", "/api/orders")).isEqualTo(429);
        shoppers.submit(() -> ask(filter, "GET", "/products"));
        shoppers.submit(() -> ask(filter, "GET", "/ops"));
        shoppers.submit(() -> ask(filter, "POST", "/api/ops/reconciliation/run"));
        shoppers.submit(() -> ask(filter, "POST", "/api/payments/callbacks/sandbox"));
        shoppers.submit(() -> ask(filter, "GET", "/css/base.css"));
        await().until(() -> inside.get() == 6);
    }

    private static int statusOf(Future<MockHttpServletResponse> answer) {
        try {
            return answer.get().getStatus();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private int asked(RushFilter filter, String method, String path) {
        try {
            return ask(filter, method, path).getStatus();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse ask(RushFilter filter, String method, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(method, path), response, slow);
        return response;
    }
}
