package org.gomall.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.remoting.protocol.heartbeat.MessageModel;
import org.gomall.api.common.BusinessException;
import org.gomall.platform.tracing.TraceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Receives events for the handlers of this application, started in the background and tried again while the name server is
 * away, so that the application itself starts without it.
 */
final class EventConsumer implements SmartLifecycle {

    /** The last lifecycle phase: everything a handler may need is running before the first event comes. */
    private static final int PHASE = Integer.MAX_VALUE - 100;

    private static final int THREADS = 8;
    private static final int BROKER_ATTEMPTS = 1_000;
    private static final long RETRY_START_SECONDS = 2;
    private static final int LAST_DELAY_LEVEL = 16;

    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);

    private final MessagingSettings settings;
    private final List<EventHandler<?>> handlers;
    private final Inbox inbox;
    private final InboxTable table;
    private final MeterRegistry meters;
    private final boolean broadcast;
    private DefaultMQPushConsumer consumer;
    private volatile Thread starter;

    private EventConsumer(
            MessagingSettings settings,
            List<EventHandler<?>> handlers,
            Inbox inbox,
            InboxTable table,
            MeterRegistry meters,
            boolean broadcast) {
        this.settings = settings;
        this.handlers = handlers;
        this.inbox = inbox;
        this.table = table;
        this.meters = meters;
        this.broadcast = broadcast;
    }

    /** Each event to one instance of the application, with inbox, repetition and dead letters. */
    static EventConsumer once(
            MessagingSettings settings,
            List<EventHandler<?>> handlers,
            Inbox inbox,
            InboxTable table,
            MeterRegistry meters) {
        return new EventConsumer(settings, handlers, inbox, table, meters, false);
    }

    /** Each event to every instance, from now on. */
    static EventConsumer everywhere(MessagingSettings settings, List<EventHandler<?>> handlers, MeterRegistry meters) {
        return new EventConsumer(settings, handlers, null, null, meters, true);
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public synchronized void start() {
        if (starter == null && !handlers.isEmpty()) {
            Thread thread = new Thread(this::startWhenPossible, "events-start");
            thread.setDaemon(true);
            starter = thread;
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread thread = starter;
        starter = null;
        if (thread != null) {
            thread.interrupt();
        }
        if (consumer != null) {
            consumer.shutdown();
            consumer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return starter != null;
    }

    private void startWhenPossible() {
        boolean told = false;
        while (starter == Thread.currentThread()) {
            DefaultMQPushConsumer starting = null;
            try {
                starting = configured();
                starting.start();
                adopt(starting);
                return;
            } catch (MQClientException | RuntimeException e) {
                if (!told) {
                    log.warn("RocketMQ is away, events will be received when it is back: {}", e.getMessage());
                    told = true;
                }
                if (starting != null) {
                    starting.shutdown();
                }
            }
            try {
                TimeUnit.SECONDS.sleep(RETRY_START_SECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void adopt(DefaultMQPushConsumer started) {
        if (starter == Thread.currentThread()) {
            consumer = started;
        } else {
            started.shutdown();
        }
    }

    @SuppressWarnings(
            "deprecation") // setOffsetStore is not meant for everybody, but there is no other way to keep no files.
    private DefaultMQPushConsumer configured() throws MQClientException {
        DefaultMQPushConsumer next =
                new DefaultMQPushConsumer(broadcast ? settings.group() + "-everywhere" : settings.group());
        next.setNamesrvAddr(settings.nameServer());
        next.setInstanceName("events-" + UUID.randomUUID());
        next.setPollNameServerInterval(MessagingSettings.POLL_MILLIS);
        next.setHeartbeatBrokerInterval(MessagingSettings.POLL_MILLIS);
        next.setConsumeThreadMin(broadcast ? 1 : THREADS);
        next.setConsumeThreadMax(broadcast ? 1 : THREADS);
        next.setConsumeMessageBatchMaxSize(1);
        next.setMaxReconsumeTimes(BROKER_ATTEMPTS);
        next.setAwaitTerminationMillisWhenShutdown(TimeUnit.SECONDS.toMillis(5));
        if (broadcast) {
            next.setMessageModel(MessageModel.BROADCASTING);
            next.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET);
            next.setOffsetStore(new ForgetfulOffsets());
        } else {
            next.setConsumeFromWhere(settings.from());
            next.setConsumeTimestamp(settings.fromTimestamp());
        }
        Map<String, String> tagsByTopic = handlers.stream()
                .collect(Collectors.groupingBy(
                        EventHandler::topic,
                        Collectors.mapping(
                                EventConsumer::tag,
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(TreeSet::new), tags -> String.join("||", tags)))));
        for (Map.Entry<String, String> subscription : tagsByTopic.entrySet()) {
            next.subscribe(subscription.getKey(), subscription.getValue());
        }
        next.registerMessageListener((MessageListenerConcurrently) this::receive);
        return next;
    }

    private static String tag(EventHandler<?> handler) {
        return handler.type().getSimpleName();
    }

    private ConsumeConcurrentlyStatus receive(List<MessageExt> messages, ConsumeConcurrentlyContext context) {
        boolean all = true;
        for (MessageExt message : messages) {
            String space = message.getUserProperty(BrokerSender.SPACE);
            if (settings.space().equals(space == null ? "" : space)) {
                all &= dispatch(message);
            }
        }
        int attempts = messages.get(0).getReconsumeTimes() + 1;
        context.setDelayLevelWhenNextConsume(Math.min(attempts, LAST_DELAY_LEVEL));
        return all ? ConsumeConcurrentlyStatus.CONSUME_SUCCESS : ConsumeConcurrentlyStatus.RECONSUME_LATER;
    }

    private boolean dispatch(MessageExt message) {
        Delivery delivery = Delivery.of(message);
        boolean all = true;
        for (EventHandler<?> handler : handlers) {
            if (handler.topic().equals(delivery.topic()) && tag(handler).equals(delivery.tag())) {
                all &= handled(handler, delivery, message.getReconsumeTimes() + 1);
            }
        }
        return all;
    }

    /** Whether this handler is through with the event: it has handled it, or the event has become a dead letter. */
    private boolean handled(EventHandler<?> handler, Delivery delivery, int attempts) {
        Timer.Sample timer = Timer.start(meters);
        String outcome = "handled";
        try {
            TraceId.call(delivery.traceId(), () -> {
                if (broadcast) {
                    Inbox.handle(handler, delivery);
                } else {
                    inbox.apply(handler, delivery);
                }
                return null;
            });
            return true;
        } catch (Exception e) {
            outcome = "failed";
            return broadcast || buried(handler, delivery, attempts, e);
        } finally {
            timer.stop(meters.timer("gomall.events", "handler", handler.name(), "outcome", outcome));
        }
    }

    private boolean buried(EventHandler<?> handler, Delivery delivery, int attempts, Exception error) {
        boolean hopeless = error instanceof EventJson.Unreadable;
        if (attempts < settings.maxAttempts() && !hopeless) {
            if (error instanceof BusinessException refusal && !refusal.isFault()) {
                log.info("{} {} comes again: {}", handler.name(), delivery.eventId(), error.getMessage());
            } else {
                log.warn("{} {} comes again: {}", handler.name(), delivery.eventId(), error.toString());
            }
            return false;
        }
        try {
            table.bury(handler.name(), delivery, error, attempts);
            log.error("{} {} is a dead letter after {} attempts", handler.name(), delivery.eventId(), attempts, error);
            return true;
        } catch (RuntimeException e) {
            log.warn(
                    "{} {} cannot be buried now, it comes again: {}", handler.name(), delivery.eventId(), e.toString());
            return false;
        }
    }
}
