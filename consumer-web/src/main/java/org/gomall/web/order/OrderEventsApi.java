package org.gomall.web.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.order.OrderService;
import org.gomall.web.live.LiveStreams;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live status of an order. */
@RestController
@Tag(name = "Orders")
class OrderEventsApi {

    private final OrderService orders;
    private final LiveStreams streams;

    OrderEventsApi(OrderService orders, LiveStreams streams) {
        this.orders = orders;
        this.streams = streams;
    }

    @GetMapping(path = "/api/orders/{orderId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Server-sent events 'status': where my order is now, then every step it takes")
    ResponseEntity<SseEmitter> events(@PathVariable long orderId, CurrentUser user) {
        return streams.watch(
                user.userId(),
                LiveStreams.Kind.ORDER,
                orderId,
                () -> OrderEvents.Step.at(
                        orderId, orders.get(user.userId(), orderId).status()));
    }
}
