package org.gomall.web.order;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderStatusChanged;
import org.gomall.platform.messaging.EventHandler;
import org.gomall.web.envelope.WebJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Browsers that watch an order. Every instance hears every step of every order and passes it on to the streams that are
 * open here; an open stream holds a connection but no thread.
 */
@Component
class OrderEvents implements EventHandler<OrderStatusChanged>, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OrderEvents.class);
    private static final Duration STREAM_AGE = Duration.ofMinutes(5);
    private static final int HEARTBEAT_MS = 15_000;
    private static final int STREAMS_PER_USER = 5;
    private static final int STREAMS = 5_000;
    private static final int RETRY_SECONDS = 30;

    private final Map<Long, Deque<Stream>> byUser = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean running;

    /**
     * A stream that begins with where the order is now; of more than five per user the oldest ends. It is open before
     * {@code now} is asked, so that no step can fall between the two; what it will hear of are orders of this user only.
     *
     * @param now where the order is, or the refusal that it is not this user's
     */
    SseEmitter watch(long userId, long orderId, Supplier<OrderStatus> now) {
        if (!running || open.get() >= STREAMS) {
            throw new BusinessException(
                    ErrorCode.UNAVAILABLE, "too many live pages are open", Map.of("retryAfterSeconds", RETRY_SECONDS));
        }
        Stream stream = new Stream(userId, orderId, new SseEmitter(STREAM_AGE.toMillis()));
        stream.emitter().onCompletion(() -> remove(stream));
        stream.emitter().onTimeout(() -> end(stream));
        stream.emitter().onError(e -> remove(stream));
        add(stream);
        try {
            send(stream, new Step(orderId, null, now.get(), null, null));
        } catch (BusinessException e) {
            remove(stream);
            throw e;
        }
        return stream.emitter();
    }

    @Override
    public String topic() {
        return Topics.ORDER;
    }

    @Override
    public Class<OrderStatusChanged> type() {
        return OrderStatusChanged.class;
    }

    @Override
    public boolean broadcast() {
        return true;
    }

    @Override
    public void handle(OrderStatusChanged event) {
        Step step = new Step(
                event.orderId(),
                event.from(),
                event.to(),
                event.at() == null ? null : event.at().toString(),
                event.reason());
        for (Stream stream : streamsOf(event.userId())) {
            if (stream.orderId() == event.orderId()) {
                send(stream, step);
            }
        }
    }

    /** Keeps proxies from closing a quiet stream, and finds out which browsers are gone. */
    @Scheduled(fixedDelay = HEARTBEAT_MS)
    void heartbeat() {
        for (Long userId : byUser.keySet()) {
            for (Stream stream : streamsOf(userId)) {
                write(stream, SseEmitter.event().comment("still here"));
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its last requests: streams end, and browsers connect again to another instance. */
    @Override
    public void stop() {
        running = false;
        for (Long userId : byUser.keySet()) {
            streamsOf(userId).forEach(OrderEvents::end);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    int openStreams() {
        return open.get();
    }

    private void send(Stream stream, Step step) {
        write(stream, SseEmitter.event().name("status").data(WebJson.mapper().writeValueAsString(step)));
    }

    private void write(Stream stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.emitter().send(event);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a browser stopped watching order {}", stream.orderId());
            remove(stream);
        }
    }

    private void add(Stream stream) {
        open.incrementAndGet();
        Stream[] oldest = new Stream[1];
        byUser.compute(stream.userId(), (id, streams) -> {
            Deque<Stream> all = streams == null ? new ArrayDeque<>() : streams;
            all.addLast(stream);
            oldest[0] = all.size() > STREAMS_PER_USER ? all.pollFirst() : null;
            return all;
        });
        if (oldest[0] != null) {
            open.decrementAndGet();
            end(oldest[0]);
        }
    }

    private void remove(Stream stream) {
        byUser.computeIfPresent(stream.userId(), (id, streams) -> {
            for (Iterator<Stream> all = streams.iterator(); all.hasNext(); ) {
                if (all.next().emitter() == stream.emitter()) {
                    all.remove();
                    open.decrementAndGet();
                }
            }
            return streams.isEmpty() ? null : streams;
        });
    }

    private static void end(Stream stream) {
        stream.emitter().complete();
    }

    /** A copy: streams come and go while others are written to. */
    private List<Stream> streamsOf(long userId) {
        List<Stream> copy = new ArrayList<>();
        byUser.computeIfPresent(userId, (id, streams) -> {
            copy.addAll(streams);
            return streams;
        });
        return copy;
    }

    private record Stream(long userId, long orderId, SseEmitter emitter) {}

    /** What a browser is told. */
    record Step(long orderId, OrderStatus from, OrderStatus to, String at, String reason) {}
}
