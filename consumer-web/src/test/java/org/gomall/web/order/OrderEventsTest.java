package org.gomall.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderStatusChanged;
import org.gomall.api.order.OrderView;
import org.gomall.slice.Browser;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SliceTest
@Timeout(30)
class OrderEventsTest {

    private static final long ORDER = 7_199_254_740_993_001L;
    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private OrderEvents events;

    @Autowired
    private OrderService orders;

    private final List<InputStream> streams = new ArrayList<>();

    @BeforeEach
    void alice_has_an_order() {
        reset(orders);
        when(orders.get(anyLong(), anyLong())).thenThrow(new BusinessException(ErrorCode.NOT_FOUND));
        doReturn(order()).when(orders).get(1001, ORDER);
    }

    @AfterEach
    void close() throws IOException {
        for (InputStream stream : streams) {
            stream.close();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            events.heartbeat();
            return events.openStreams() == 0;
        });
    }

    @Test
    void tells_where_the_order_is_and_every_step_it_takes() throws Exception {
        BufferedReader stream = open(Browser.at(port).token("alice"));
        assertThat(next(stream))
                .isEqualTo("event:status data:{\"orderId\":\"" + ORDER
                        + "\",\"from\":null,\"to\":\"CREATED\",\"at\":null,\"reason\":null}");

        events.handle(new OrderStatusChanged(ORDER + 1, 1001, 2001, OrderStatus.CREATED, OrderStatus.PAID, AT, null));
        events.handle(new OrderStatusChanged(ORDER, 1002, 2001, OrderStatus.CREATED, OrderStatus.PAID, AT, null));
        events.handle(
                new OrderStatusChanged(ORDER, 1001, 2001, OrderStatus.CREATED, OrderStatus.CANCELLED, AT, "TIMEOUT"));

        assertThat(next(stream))
                .as("neither another order nor another user's")
                .isEqualTo(
                        "event:status data:{\"orderId\":\"" + ORDER
                                + "\",\"from\":\"CREATED\",\"to\":\"CANCELLED\",\"at\":\"2026-11-21T00:00:00Z\",\"reason\":\"TIMEOUT\"}");
    }

    @Test
    void does_not_exist_for_anybody_else() throws Exception {
        HttpResponse<InputStream> answer = ask(Browser.at(port).token("nova"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("40400");
        assertThat(events.openStreams()).isZero();
    }

    @Test
    void keeps_at_most_five_streams_per_user() throws Exception {
        String token = Browser.at(port).token("alice");
        BufferedReader first = open(token);
        next(first);
        for (int i = 0; i < 5; i++) {
            next(open(token));
        }

        assertThat(first.readLine()).as("the oldest has ended").isNull();
        assertThat(events.openStreams()).isEqualTo(5);
    }

    @Test
    void holds_no_thread_for_an_open_stream() throws Exception {
        int before = busyThreads();
        for (int i = 0; i < 5; i++) {
            next(open(Browser.at(port).token("alice")));
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> busyThreads() <= before);
    }

    private static int busyThreads() {
        return (int) Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().contains("-exec-"))
                .filter(entry -> Arrays.stream(entry.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("org.gomall")
                                || frame.getClassName().endsWith("DispatcherServlet")))
                .count();
    }

    private BufferedReader open(String token) throws Exception {
        HttpResponse<InputStream> answer = ask(token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<InputStream> ask(String token) throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/api/orders/" + ORDER + "/events"))
                                .header("Cookie", "gomall-token=" + token)
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        streams.add(answer.body());
        return answer;
    }

    private static String next(BufferedReader stream) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.isEmpty() && !lines.isEmpty()) {
                return String.join(" ", lines);
            }
            if (!line.startsWith(":") && !line.isEmpty()) {
                lines.add(line);
            }
        }
        return null;
    }

    private static OrderView order() {
        return new OrderView(
                ORDER,
                2001,
                OrderStatus.CREATED,
                1,
                0,
                0,
                1,
                List.of(),
                null,
                null,
                AT,
                null,
                null,
                null,
                null,
                List.of(),
                0,
                List.of());
    }
}
