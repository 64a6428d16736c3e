package org.gomall.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
    void a_burst_waits_and_is_served_as_a_whole_by_a_few_at_a_time() throws Exception {
        Filter filter = filter(2, LONG);
        List<Future<MockHttpServletResponse>> answers = readers(filter, 2 + 2 * 8);
        await().until(() -> inside.get() == 2);

        work.countDown();

        for (Future<MockHttpServletResponse> answer : answers) {
            assertThat(statusOf(answer)).isEqualTo(200);
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void once_waits_are_long_a_few_wait_and_the_rest_is_sent_away_at_once() throws Exception {
        Filter filter = filter(2, Duration.ofMillis(400));
        readers(filter, 2);
        await().until(() -> inside.get() == 2);
        assertThat(ask(filter, "GET", "/api/products/1").getStatus()).isEqualTo(429);

        List<Future<MockHttpServletResponse>> answers = readers(filter, 6);

        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMillis(350))
                .until(() -> answers.stream().filter(Future::isDone).count() == 4);
        for (Future<MockHttpServletResponse> answer : answers) {
            assertThat(statusOf(answer)).isEqualTo(429);
            assertThat(answer.get().getHeader("Retry-After")).isEqualTo("1");
            assertThat(answer.get().getContentAsString()).contains("42900");
        }
        work.countDown();
        await().until(() -> inside.get() == 0);
        assertThat(ask(filter, "GET", "/api/products/1").getStatus()).isEqualTo(200);
    }

    @Test
    void nobody_passes_those_who_wait() throws Exception {
        Turnstile turnstile = new Turnstile(1, LONG);
        for (int round = 0; round < 200; round++) {
            List<String> order = Collections.synchronizedList(new ArrayList<>());
            turnstile.enter();
            Thread first = new Thread(() -> pass(turnstile, order, "first"));
            first.start();
            await().pollInterval(Duration.ofMillis(1)).until(() -> first.getState() == Thread.State.TIMED_WAITING);

            turnstile.leave();
            pass(turnstile, order, "second");

            first.join();
            assertThat(order).containsExactly("first", "second");
        }
    }

    @Test
    void slow_writes_keep_nobody_from_looking_around_nor_ops_from_their_pages() throws Exception {
        Filter filter = filter(1, Duration.ofMillis(20));
        shoppers.submit(() -> ask(filter, "POST", "/api/orders"));
        await().until(() -> inside.get() == 1);

        assertThat(ask(filter, "POST", "/api/orders").getStatus()).isEqualTo(429);
        shoppers.submit(() -> ask(filter, "GET", "/products"));
        shoppers.submit(() -> ask(filter, "GET", "/ops"));
        shoppers.submit(() -> ask(filter, "POST", "/api/ops/reconciliation/run"));
        shoppers.submit(() -> ask(filter, "POST", "/api/payments/callbacks/sandbox"));
        shoppers.submit(() -> ask(filter, "GET", "/css/base.css"));
        shoppers.submit(() -> ask(filter, "POST", "/logout"));
        await().until(() -> inside.get() == 7);
    }

    private static void pass(Turnstile turnstile, List<String> order, String name) {
        try {
            turnstile.enter();
            order.add(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            turnstile.leave();
        }
    }

    /** Both, one behind the other. */
    private static Filter filter(int inside, Duration patience) {
        Rush rush = new Rush(new Turnstile(inside, patience), new Turnstile(inside, patience));
        Filter door = rush.rushAtTheDoor(new FailureResponses());
        Filter shelf = rush.rushAtTheShelf(new FailureResponses());
        return (request, response, chain) ->
                door.doFilter(request, response, (same, sameResponse) -> shelf.doFilter(request, response, chain));
    }

    private List<Future<MockHttpServletResponse>> readers(Filter filter, int count) {
        List<Future<MockHttpServletResponse>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(shoppers.submit(() -> ask(filter, "GET", "/api/products/1")));
        }
        return answers;
    }

    private static int statusOf(Future<MockHttpServletResponse> answer) {
        try {
            return answer.get().getStatus();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse ask(Filter filter, String method, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(method, path), response, slow);
        return response;
    }
}
