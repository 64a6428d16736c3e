package org.gomall.web.live;

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
import org.gomall.web.envelope.WebJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Browsers that watch something of their user's: an order, a payment. Every instance hears all news and passes them on to the
 * streams that are open here; an open stream holds a connection but no thread.
 */
@Component
public class LiveStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final Duration STREAM_AGE = Duration.ofMinutes(5);
    private static final int HEARTBEAT_MS = 15_000;
    private static final int STREAMS_PER_USER = 5;
    private static final int STREAMS = 5_000;
    private static final int RETRY_SECONDS = 30;

    private final Map<Long, Deque<Stream>> byUser = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean running;

    /** What is watched. */
    public enum Kind {
        ORDER,
        PAYMENT
    }

    /**
     * Opens a stream that begins with how things are now; of more than five per user the oldest ends. It is open before
     * {@code now} is asked, so that nothing can happen between the two; what it will hear of is this user's only.
     *
     * @param now how things are, or the refusal that it is not this user's
     * @throws BusinessException UNAVAILABLE when too many streams are open; what {@code now} refuses
     */
    public ResponseEntity<SseEmitter> watch(long userId, Kind kind, long id, Supplier<?> now) {
        if (!running || open.get() >= STREAMS) {
            throw new BusinessException(
                    ErrorCode.UNAVAILABLE, "too many live pages are open", Map.of("retryAfterSeconds", RETRY_SECONDS));
        }
        Stream stream = new Stream(userId, kind, id, new SseEmitter(STREAM_AGE.toMillis()));
        stream.emitter().onCompletion(() -> remove(stream));
        stream.emitter().onTimeout(() -> end(stream));
        stream.emitter().onError(e -> remove(stream));
        add(stream);
        try {
            send(stream, now.get());
        } catch (BusinessException e) {
            remove(stream);
            throw e;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(stream.emitter());
    }

    /** Passes news on to whoever of this user watches it here; they are sent as JSON. */
    public void tell(long userId, Kind kind, long id, Object news) {
        for (Stream stream : streamsOf(userId)) {
            if (stream.kind() == kind && stream.id() == id) {
                send(stream, news);
            }
        }
    }

    /** Keeps proxies from closing a quiet stream, and finds out which browsers are gone. */
    @Scheduled(fixedDelay = HEARTBEAT_MS)
    public void heartbeat() {
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
            streamsOf(userId).forEach(LiveStreams::end);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** How many browsers watch something at this instance. */
    public int openStreams() {
        return open.get();
    }

    private void send(Stream stream, Object news) {
        write(stream, SseEmitter.event().name("status").data(WebJson.mapper().writeValueAsString(news)));
    }

    private void write(Stream stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.emitter().send(event);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a browser stopped watching {} {}", stream.kind(), stream.id());
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

    private record Stream(long userId, Kind kind, long id, SseEmitter emitter) {}
}
