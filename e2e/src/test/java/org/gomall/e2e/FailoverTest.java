package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Several instances of provider-stock, whose writes are never sent twice: what happens to the orders of shoppers while
 * instances are restarted, killed and frozen, and while somebody changes their share of the traffic in Nacos. The third
 * instance has the tag of a gray release (see {@link Mall}).
 */
class FailoverTest {

    private static final Mall MALL = Mall.shared();
    private static final String STOCK = "provider-stock";
    private static final String SECOND = "provider-stock-2";
    private static final int CLIENTS = 4;
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void three_instances() {
        MALL.system().scale(STOCK, 3);
    }

    @AfterAll
    static void invariants_hold() {
        MALL.system().scale(STOCK, 1);
        MALL.awaitCalm();
        MALL.assertInvariants();
    }

    @Test
    @Tag("long")
    void a_rolling_restart_loses_no_call() {
        long lostBefore = lostCalls();
        List<Order> orders = underLoad(() -> {
            MALL.system().restart(SECOND);
            MALL.system().restart(STOCK);
            Mall.pause(2_000);
        });

        tell("rolling restart", orders);
        assertThat(lostCalls()).as("calls of provider-stock that failed").isEqualTo(lostBefore);
        // Two starting JVMs may keep something else from its time on a small machine.
        assertThat(failed(orders)).hasSizeLessThanOrEqualTo(orders.size() / 100);
        assertThat(orders).hasSizeGreaterThan(50);
    }

    @Test
    @Tag("long")
    void five_seconds_after_a_kill_nobody_notices() {
        long[] killedAt = new long[1];
        List<Order> orders = underLoad(() -> {
            killedAt[0] = System.nanoTime();
            MALL.system().kill(SECOND);
            Mall.pause(15_000);
        });

        tell("kill", orders);
        assertCalmAfter(killedAt[0], Duration.ofSeconds(5), orders);
        MALL.system().awaitReady(SECOND, Duration.ofSeconds(90));
    }

    @Test
    @Tag("long")
    void a_frozen_instance_is_passed_over_after_a_few_seconds() {
        long[] frozenAt = new long[1];
        List<Order> orders;
        try {
            orders = underLoad(() -> {
                frozenAt[0] = System.nanoTime();
                MALL.system().pause(SECOND);
                Mall.pause(18_000);
            });
        } finally {
            MALL.system().resume(SECOND);
        }

        tell("freeze", orders);
        assertCalmAfter(frozenAt[0], Duration.ofSeconds(8), orders);
    }

    @Test
    @Tag("long")
    void traffic_follows_the_weight_in_nacos() {
        underLoad(() -> {
            await().atMost(SOON).until(() -> takesCalls(2));
            weight(2, 0);
            await().atMost(SOON).until(() -> !takesCalls(2));
            assertThat(takesCalls(1)).isTrue();
            weight(2, 1);
            await().atMost(SOON).until(() -> takesCalls(2));
        });
    }

    @Test
    void an_instance_with_a_tag_gets_the_requests_with_that_tag_and_no_others() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long before = calls(3);
        for (int i = 0; i < 10; i++) {
            shopper.order(sku, 1);
        }
        assertThat(calls(3)).isEqualTo(before);

        for (int i = 0; i < 5; i++) {
            shopper.send(
                            "POST",
                            "/api/orders",
                            shopper.orderOf(sku, 1),
                            Map.of("Idempotency-Key", Shopper.key(), "X-Gomall-Tag", "gray"))
                    .ok();
        }
        assertThat(calls(3)).isGreaterThanOrEqualTo(before + 5);
    }

    /** One attempt to order. */
    private record Order(long at, long millis, String outcome) {

        boolean isFailed() {
            return !outcome.equals("0") && !outcome.equals("42900");
        }
    }

    /** What shoppers see who order all the time. */
    private static List<Order> underLoad(Runnable meanwhile) {
        Queue<Order> orders = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> clients = IntStream.range(0, CLIENTS)
                .mapToObj(number -> {
                    Shopper shopper = Shopper.register(MALL.url(), 0);
                    long sku = MALL.sku(Mall.NOVA_SHOP);
                    return new Thread(() -> {
                        while (!over.get()) {
                            orders.add(order(shopper, sku));
                        }
                    });
                })
                .toList();
        clients.forEach(Thread::start);
        try {
            meanwhile.run();
        } finally {
            over.set(true);
        }
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new ArrayList<>(orders);
    }

    private static Order order(Shopper shopper, long sku) {
        long begin = System.nanoTime();
        String outcome;
        try {
            Answer answer = shopper.postWithKey("/api/orders", Shopper.key(), shopper.orderOf(sku, 1));
            outcome = Integer.toString(answer.code());
            long millis = (System.nanoTime() - begin) / 1_000_000;
            if (answer.code() == 0) {
                String id = answer.data().path("orders").get(0).path("orderId").asString();
                // Gives the piece back, so that it lasts for the whole test.
                shopper.post("/api/orders/" + id + "/cancel");
            } else {
                Mall.pause(100);
            }
            return new Order(begin, millis, outcome);
        } catch (UncheckedIOException e) {
            return new Order(begin, (System.nanoTime() - begin) / 1_000_000, e.toString());
        }
    }

    private static void assertCalmAfter(long event, Duration pause, List<Order> orders) {
        List<Order> later = orders.stream()
                .filter(order -> order.at() - event > pause.toNanos())
                .toList();
        assertThat(later).hasSizeGreaterThan(20);
        assertThat(failed(later)).hasSizeLessThanOrEqualTo(later.size() / 100);
    }

    private static List<Order> failed(List<Order> orders) {
        return orders.stream().filter(Order::isFailed).toList();
    }

    private static void tell(String what, List<Order> orders) {
        long[] times = orders.stream().mapToLong(Order::millis).sorted().toArray();
        System.out.printf(
                "%s: %d orders, %d failed, p50 %d ms, p99 %d ms%n",
                what, times.length, failed(orders).size(), times[times.length / 2], times[times.length * 99 / 100]);
    }

    /** What the callers of provider-stock have logged: every call that did not reach it or was not answered. */
    private static long lostCalls() {
        return Stream.of("provider-order", "provider-product", "consumer-web")
                .flatMap(caller -> lines(MALL.system().log(caller)))
                .filter(line -> line.contains(" call Stock") && line.contains(" failed, answered with "))
                .count();
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean takesCalls(int instance) {
        long before = calls(instance);
        Mall.pause(2_000);
        return calls(instance) > before;
    }

    /** Dubbo calls that an instance has answered since it started. */
    private static long calls(int instance) {
        return get(MALL.system().managementUrl(STOCK, instance) + "/prometheus")
                .lines()
                .filter(line -> line.startsWith("gomall_requests_seconds_count"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** As in Nacos' console. */
    private static void weight(int instance, double weight) {
        // Dubbo writes 127.0.0.1 as one decimal number into Nacos.
        String query = "serviceName=provider-stock&groupName=DEFAULT_GROUP&ip=2130706433&port="
                + MALL.system().port(instance == 1 ? STOCK : STOCK + "-" + instance) + "&weight=" + weight;
        URI uri = URI.create("http://" + MALL.system().nacos() + "/nacos/v3/admin/ns/instance/partial?" + query);
        String answer = send(HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer).contains("\"code\":0");
    }

    private static String get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
