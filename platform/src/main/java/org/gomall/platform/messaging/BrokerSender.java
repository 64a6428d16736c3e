package org.gomall.platform.messaging;

import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.gomall.platform.failures.Failures;
import org.gomall.platform.messaging.OutboxTable.Row;
import org.gomall.platform.tracing.OpenSpan;
import org.gomall.platform.tracing.Spans;
import org.gomall.platform.tracing.TraceId;
import org.gomall.platform.tracing.TraceParent;

/** Sends outbox rows to RocketMQ; the producer is started at the first send. */
final class BrokerSender implements AutoCloseable {

    static final String SOURCE = "source";
    static final String SPACE = "space";
    private static final int SEND_TIMEOUT_MILLIS = 2_000;
    private static final int LARGEST_BATCH_BYTES = 512 * 1024;
    /** The relay gathers messages; the client's own gathering, which nobody uses, looks twice as often for what it has. */
    private static final int IDLE_MILLIS = 200;

    private static final String DROP = "gomall.failures.drop-messages";
    private static final String DUPLICATE = "gomall.failures.duplicate-messages";

    private final MessagingSettings settings;
    private final Failures failures;
    private DefaultMQProducer producer;

    BrokerSender(MessagingSettings settings, Failures failures) {
        this.settings = settings;
        this.failures = failures;
    }

    /** The broker did not take a message; nothing is lost, its row stays. */
    static final class NotSent extends Exception {

        private static final long serialVersionUID = 1L;

        NotSent(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Sends rows of one topic which all may be delivered at once, as few batches. A row that a failure on purpose keeps back is
     * not sent and comes again.
     */
    void sendNow(List<Row> rows, Collection<Long> sent) throws NotSent {
        List<Sending> batch = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        int bytes = 0;
        for (Row row : rows) {
            if (failures.strikes(DROP)) {
                continue;
            }
            if (failures.strikes(DUPLICATE)) {
                accepted(() -> producer().send(message(row), SEND_TIMEOUT_MILLIS));
            }
            Sending sending = sending(row);
            Message message = sending.message();
            if (!batch.isEmpty() && bytes + message.getBody().length > LARGEST_BATCH_BYTES) {
                flush(batch, ids, sent);
                bytes = 0;
            }
            batch.add(sending);
            ids.add(row.id());
            bytes += message.getBody().length;
        }
        flush(batch, ids, sent);
    }

    /** Sends a row that the broker shall keep until its time. */
    void sendLater(Row row, Collection<Long> sent) throws NotSent {
        Sending sending = sending(row);
        sending.message().setDeliverTimeMs(row.deliverAt().toEpochMilli());
        accepted(List.of(sending), () -> producer().send(sending.message(), SEND_TIMEOUT_MILLIS));
        sent.add(row.id());
    }

    private void flush(List<Sending> batch, List<Long> ids, Collection<Long> sent) throws NotSent {
        if (batch.size() == 1) {
            Message single = batch.get(0).message();
            accepted(batch, () -> producer().send(single, SEND_TIMEOUT_MILLIS));
        } else if (!batch.isEmpty()) {
            List<Message> messages = batch.stream().map(Sending::message).toList();
            accepted(batch, () -> producer().send(messages, SEND_TIMEOUT_MILLIS));
        }
        sent.addAll(ids);
        batch.clear();
        ids.clear();
    }

    /** A message and the span of its way to the broker. */
    private record Sending(Message message, OpenSpan span) {}

    private Sending sending(Row row) {
        OpenSpan span = Spans.after(SpanKind.PRODUCER, "send " + row.topic(), row.trace());
        Message message = message(row);
        if (!span.parent().isEmpty()) {
            message.putUserProperty(TraceParent.KEY, span.parent());
            span.tag("messaging.system", "rocketmq").tag("messaging.destination.name", row.topic());
        }
        return new Sending(message, span);
    }

    private Message message(Row row) {
        Message message = new Message(
                row.topic(), row.tag(), Long.toString(row.id()), row.body().getBytes(StandardCharsets.UTF_8));
        message.putUserProperty(SOURCE, settings.application());
        if (!row.trace().isEmpty()) {
            message.putUserProperty(TraceId.KEY, TraceParent.traceIdOf(row.trace()));
        }
        if (!settings.space().isEmpty()) {
            message.putUserProperty(SPACE, settings.space());
        }
        return message;
    }

    @FunctionalInterface
    private interface Send {
        SendResult run() throws Exception;
    }

    private static void accepted(List<Sending> batch, Send send) throws NotSent {
        try {
            accepted(send);
        } catch (NotSent e) {
            batch.forEach(sending -> sending.span().failed(e));
            throw e;
        } finally {
            batch.forEach(sending -> sending.span().close());
        }
    }

    private static void accepted(Send send) throws NotSent {
        SendResult result;
        try {
            result = send.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent("interrupted", e);
        } catch (Exception e) {
            throw new NotSent(e.toString(), e);
        }
        if (result.getSendStatus() != SendStatus.SEND_OK) {
            throw new NotSent("the broker answered " + result.getSendStatus(), null);
        }
    }

    private DefaultMQProducer producer() throws MQClientException {
        if (producer == null) {
            DefaultMQProducer starting =
                    new DefaultMQProducer(settings.application() + "-outbox", settings.credentials());
            starting.setNamesrvAddr(settings.nameServer());
            starting.setInstanceName("outbox-" + UUID.randomUUID());
            starting.setRetryTimesWhenSendFailed(0);
            starting.setSendMsgTimeout(SEND_TIMEOUT_MILLIS);
            starting.setPollNameServerInterval(MessagingSettings.POLL_MILLIS);
            starting.setHeartbeatBrokerInterval(MessagingSettings.POLL_MILLIS);
            starting.batchMaxDelayMs(IDLE_MILLIS);
            starting.start();
            producer = starting;
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.shutdown();
            producer = null;
        }
    }
}
