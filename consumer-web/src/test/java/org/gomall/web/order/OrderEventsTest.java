package org.gomall.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gomall.web.live.EventReader.next;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import java.io.BufferedReader;
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
import org.gomall.web.live.EventStreamTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrderEventsTest extends EventStreamTest {

    private static final long ORDER = 7_199_254_740_993_001L;
    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    @Autowired
    private OrderEvents events;

    @Autowired
    private OrderService orders;

    OrderEventsTest() {
        super("/api/orders/" + ORDER + "/events");
    }

    @BeforeEach
    void alice_has_an_order() {
        reset(orders);
        when(orders.get(anyLong(), anyLong())).thenThrow(new BusinessException(ErrorCode.NOT_FOUND));
        doReturn(order()).when(orders).get(1001, ORDER);
    }

    @Test
    void tells_where_the_order_is_and_every_step_it_takes() throws Exception {
        BufferedReader stream = read();
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
    void keeps_at_most_five_streams_per_user() throws Exception {
        String token = tokenOfAlice();
        BufferedReader first = read(token);
        next(first);
        for (int i = 0; i < 5; i++) {
            next(read(token));
        }

        assertThat(first.readLine()).as("the oldest has ended").isNull();
        assertThat(live.openStreams()).isEqualTo(5);
    }

    @Test
    void holds_no_thread_for_an_open_stream() throws Exception {
        int before = busyThreads();
        for (int i = 0; i < 5; i++) {
            next(read());
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
