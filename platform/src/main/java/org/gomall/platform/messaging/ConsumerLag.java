package org.gomall.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.store.ReadOffsetType;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageQueue;
import org.gomall.platform.process.RepeatedJob;

/**
 * {@code gomall.consumer.lag} by {@code topic} and {@code group}: messages which the broker has and this application has not handled
 * yet, in the queues that this instance serves (the sum over the instances is that of the application). Asked for in the
 * background; while the broker is away the last answer stays.
 */
final class ConsumerLag implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final MultiGauge gauge;
    private volatile RepeatedJob watching;

    ConsumerLag(MeterRegistry meters) {
        this.gauge = MultiGauge.builder("gomall.consumer.lag").register(meters);
    }

    void watch(DefaultMQPushConsumer consumer) {
        watching = RepeatedJob.atOnce(
                "consumer-lag", () -> PAUSE, () -> tell(consumer.getConsumerGroup(), read(consumer)));
        watching.start();
    }

    private void tell(String group, Map<String, Long> lagByTopic) {
        List<MultiGauge.Row<?>> rows = lagByTopic.entrySet().stream()
                .<MultiGauge.Row<?>>map(
                        lag -> MultiGauge.Row.of(Tags.of("topic", lag.getKey(), "group", group), lag.getValue()))
                .collect(Collectors.toList());
        if (!rows.isEmpty()) {
            gauge.register(rows, true);
        }
    }

    @SuppressWarnings("deprecation") // Nothing else tells which queues are served and how far they are.
    private static Map<String, Long> read(DefaultMQPushConsumer consumer) {
        Map<String, Long> lag = new HashMap<>();
        try {
            for (MessageQueue queue : consumer.getDefaultMQPushConsumerImpl()
                    .getRebalanceImpl()
                    .getProcessQueueTable()
                    .keySet()) {
                long handled = consumer.getOffsetStore().readOffset(queue, ReadOffsetType.MEMORY_FIRST_THEN_STORE);
                if (handled >= 0) {
                    lag.merge(queue.getTopic(), Math.max(0, consumer.maxOffset(queue) - handled), Long::sum);
                }
            }
            return lag;
        } catch (MQClientException e) {
            throw new IllegalStateException("the broker does not tell its offsets", e);
        }
    }

    @Override
    public void close() {
        RepeatedJob last = watching;
        watching = null;
        if (last != null) {
            last.stop();
        }
    }
}
