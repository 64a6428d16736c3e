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
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import org.gomall.web.live.EventReader;
import org.gomall.web.live.LiveStreams;
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

    @Autowired
    private LiveStreams live;

    private EventReader reader;

    @BeforeEach
    void alice_has_an_order() {
        reader = new EventReader(port, "/api/orders/" + ORDER + "/events", live);
        reset(orders);
        when(orders.get(anyLong(), anyLong())).thenThrow(new BusinessException(ErrorCode.NOT_FOUND));
        doReturn(order()).when(orders).get(1001, ORDER);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    @Test
    void tells_where_the_order_is_and_every_step_it_takes() throws Exception {
        BufferedReader stream = reader.open(Browser.at(port).token("alice"));
        assertThat(EventReader.next(stream))
                .isEqualTo("event:status data:{\"orderId\":\"" + ORDER
                        + "\",\"from\":null,\"to\":\"CREATED\",\"at\":null,\"reason\":null}");

        events.handle(new OrderStatusChanged(ORDER + 1, 1001, 2001, OrderStatus.CREATED, OrderStatus.PAID, AT, null));
        events.handle(new OrderStatusChanged(ORDER, 1002, 2001, OrderStatus.CREATED, OrderStatus.PAID, AT, null));
        events.handle(
                new OrderStatusChanged(ORDER, 1001, 2001, OrderStatus.CREATED, OrderStatus.CANCELLED, AT, "TIMEOUT"));

        assertThat(EventReader.next(stream))
                .as("neither another order nor another user's")
                .isEqualTo(
                        "event:status data:{\"orderId\":\"" + ORDER
                                + "\",\"from\":\"CREATED\",\"to\":\"CANCELLED\",\"at\":\"2026-11-21T00:00:00Z\",\"reason\":\"TIMEOUT\"}");
    }

    @Test
    void does_not_exist_for_anybody_else() throws Exception {
        HttpResponse<InputStream> answer = reader.ask(Browser.at(port).token("nova"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("40400");
        assertThat(live.openStreams()).isZero();
    }

    @Test
    void keeps_at_most_five_streams_per_user() throws Exception {
        String token = Browser.at(port).token("alice");
        BufferedReader first = reader.open(token);
        EventReader.next(first);
        for (int i = 0; i < 5; i++) {
            EventReader.next(reader.open(token));
        }

        assertThat(first.readLine()).as("the oldest has ended").isNull();
        assertThat(live.openStreams()).isEqualTo(5);
    }

    @Test
    void holds_no_thread_for_an_open_stream() throws Exception {
        int before = busyThreads();
        for (int i = 0; i < 5; i++) {
            EventReader.next(reader.open(Browser.at(port).token("alice")));
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
