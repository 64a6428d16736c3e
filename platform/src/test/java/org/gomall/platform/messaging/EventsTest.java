package org.gomall.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.localstack.TcpProxy;
import org.gomall.platform.database.LocalTransactions;
import org.gomall.platform.failures.Failures;
import org.gomall.platform.id.Ids;
import org.gomall.platform.sample.NotePinned;
import org.gomall.platform.sample.SampleTest;
import org.gomall.platform.test.Eventually;
import org.gomall.platform.tracing.TraceId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SampleTest
@TestPropertySource(properties = "gomall.messaging.max-attempts=2")
@Import(EventsTest.Handlers.class)
class EventsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private Outbox outbox;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private LocalTransactions transactions;

    @Autowired
    private MessagingSettings settings;

    @Autowired
    private InboxTable inboxTable;

    @Autowired
    private DeadLetters letters;

    @Autowired
    private Failures failures;

    @Autowired
    private Handlers handlers;

    @Test
    void a_committed_event_is_applied_once_with_its_trace_id() {
        String text = "committed-" + ids.next();
        String traceId = TraceId.create();

        TraceId.run(traceId, () -> publish(text));

        awaitApplied(text);
        assertThat(handlers.traces.get(text)).isEqualTo(traceId);
        Eventually.within(SOON, () -> assertThat(outboxRows(text)).isZero());
        assertThat(applied(text)).isOne();
        Eventually.within(SOON, () -> assertThat(handlers.broadcast).contains(text));
    }

    @Test
    void a_rolled_back_event_never_existed() {
        String text = "rolled-back-" + ids.next();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    outbox.publish(Topics.USER, new NotePinned(1, text));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        String after = "after-" + text;
        publish(after);

        awaitApplied(after);
        assertThat(outboxRows(text)).isZero();
        assertThat(applied(text)).isZero();
    }

    @Test
    void an_event_that_comes_up_while_its_transaction_commits_is_not_lost() {
        String text = "committing-" + ids.next();

        transaction.executeWithoutResult(status -> {
            outbox.publish(Topics.USER, new NotePinned(1, text + "-early"));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    outbox.publish(Topics.USER, new NotePinned(1, text + "-late"));
                }
            });
        });

        awaitApplied(text + "-early");
        awaitApplied(text + "-late");
    }

    @Test
    void publishing_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> outbox.publish(Topics.USER, new NotePinned(1, "alone")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_event_that_concerns_nobody_is_not_handled_and_leaves_no_row() throws Exception {
        String text = "strange-" + ids.next();
        handlers.strange.add(text);
        long eventId = ids.next();

        sendByHand(eventId, EventJson.write(new NotePinned(1, text)));
        String after = "after-" + text;
        publish(after);

        awaitApplied(after);
        Eventually.within(SOON, () -> assertThat(handlers.asked).contains(text));
        assertThat(applied(text)).isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM inbox WHERE event_id = ?")
                        .param(eventId)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_message_that_comes_twice_is_applied_once() throws Exception {
        String text = "twice-" + ids.next();
        long eventId = ids.next();
        sendByHand(eventId, EventJson.write(new NotePinned(1, text)));
        awaitApplied(text);
        int received = handlers.received.get();

        sendByHand(eventId, EventJson.write(new NotePinned(1, text)));
        String after = "after-" + text;
        publish(after);

        awaitApplied(after);
        assertThat(applied(text)).isOne();
        assertThat(handlers.received.get() - received).isOne();
    }

    @Test
    void a_failing_handler_leaves_nothing_behind_and_gets_the_event_again() {
        String text = "first-fails-" + ids.next();
        handlers.failOnce.put(text, new AtomicBoolean(true));

        publish(text);

        awaitApplied(text);
        assertThat(applied(text)).isOne();
    }

    @Test
    void a_poisonous_event_becomes_a_dead_letter_and_can_be_replayed() throws Exception {
        String text = "poison-" + ids.next();
        AtomicBoolean poisonous = new AtomicBoolean(true);
        handlers.poison.put(text, poisonous);

        publish(text);

        Eventually.within(SOON, () -> assertThat(letters.list(100, 0))
                .anySatisfy(letter -> assertThat(letter.body()).contains(text)));
        DeadLetter letter = letters.list(100, 0).stream()
                .filter(candidate -> candidate.body().contains(text))
                .findFirst()
                .orElseThrow();
        assertThat(letter.handler()).isEqualTo("pinned-in-schema");
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.error()).contains("poisonous");
        assertThat(catchThrowable(() -> letters.replay(letter.letterId()))).isInstanceOf(BusinessException.class);

        poisonous.set(false);
        assertThat(letters.replay(letter.letterId())).isTrue();
        assertThat(applied(text)).isOne();
        assertThat(letters.replay(letter.letterId())).isFalse();
        assertThat(applied(text)).isOne();
    }

    @Test
    void garbage_becomes_a_dead_letter() throws Exception {
        String text = "garbage-" + ids.next();
        sendByHand(ids.next(), "{" + text);

        Eventually.within(SOON, () -> assertThat(letters.list(100, 0))
                .anySatisfy(letter -> assertThat(letter.body()).contains(text)));
    }

    @Test
    void a_timed_event_comes_at_its_time_and_not_before() {
        String text = "timed-" + ids.next();
        Instant due = clock.instant().plusSeconds(3);

        transaction.executeWithoutResult(status -> outbox.publish(Topics.TIMER, new NotePinned(1, text), due));

        awaitApplied(text);
        assertThat(clock.instant()).isAfterOrEqualTo(due.minusMillis(1_100));
    }

    @Test
    void an_event_for_next_month_waits_in_the_outbox() {
        String text = "next-month-" + ids.next();
        Instant due = clock.instant().plus(Duration.ofDays(30));

        transaction.executeWithoutResult(status -> outbox.publish(Topics.TIMER, new NotePinned(1, text), due));
        String after = "after-" + text;
        publish(after);

        awaitApplied(after);
        // The row of the later event goes a moment after its delivery.
        Eventually.within(SOON, () -> assertThat(outboxRows(text)).isOne());
        jdbc.sql("DELETE FROM outbox WHERE body LIKE ?").param("%" + text + "%").update();
    }

    @Test
    void several_relays_send_a_burst_completely_and_nothing_twice() {
        awaitBroadcast();
        String text = "burst-" + ids.next();
        List<OutboxRelay> relays = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                OutboxTable table = new OutboxTable(jdbc, ids, clock, () -> {});
                OutboxRelay relay =
                        new OutboxRelay(table, inboxTable, new BrokerSender(settings, failures), transaction);
                relays.add(relay);
                relay.start();
            }
            for (int i = 0; i < 3; i++) {
                transaction.executeWithoutResult(status -> {
                    for (int n = 0; n < 150; n++) {
                        outbox.publish(Topics.USER, new NotePinned(n, text));
                    }
                });
                relays.forEach(OutboxRelay::wake);
            }

            Eventually.within(SOON, () -> assertThat(applied(text)).isEqualTo(450));
            Eventually.within(SOON, () -> assertThat(outboxRows(text)).isZero());
            Eventually.within(SOON, () -> assertThat(handlers.broadcast.stream().filter(text::equals))
                    .hasSize(450));
        } finally {
            relays.forEach(OutboxRelay::stop);
        }
    }

    /** A relay that deletes what it has sent must not wait for the rows that another one is just sending. */
    @Test
    void a_relay_deletes_its_rows_while_another_one_holds_the_rows_between_them() {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            numbers.add(ids.next());
            jdbc.sql("INSERT INTO outbox VALUES (?, 'none', 'none', '{}', '', UTC_TIMESTAMP(6),"
                            + " UTC_TIMESTAMP(6) + INTERVAL 1 DAY, NULL)")
                    .param(numbers.get(i))
                    .update();
        }
        List<Long> own = List.of(numbers.get(1), numbers.get(4), numbers.get(6));
        List<Long> others = new ArrayList<>(numbers);
        others.removeAll(own);
        OutboxTable table = new OutboxTable(jdbc, ids, clock, () -> {});

        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT id FROM outbox WHERE id IN (:ids) FOR UPDATE")
                    .param("ids", others)
                    .query(Long.class)
                    .list();
            transactions.alwaysNew().executeWithoutResult(other -> table.delete(own));
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("SELECT id FROM outbox WHERE id IN (:ids)")
                        .param("ids", numbers)
                        .query(Long.class)
                        .set())
                .containsExactlyInAnyOrderElementsOf(others);
        table.delete(others);
    }

    /** A relay of its own behind a broken line, on a table of its own rows: the others must not take them. */
    @Test
    void events_wait_while_the_broker_is_away_and_arrive_later() throws Exception {
        String text = "broker-away-" + ids.next();
        try (TcpProxy line = TcpProxy.to(settings.nameServer())) {
            line.cut();
            MessagingSettings cutOff = new MessagingSettings(
                    settings.application(), 0, line.address(), settings.space(), settings.since(), () -> 2, null);
            BrokerSender sender = new BrokerSender(cutOff, failures);
            OutboxTable.Row row = new OutboxTable.Row(
                    ids.next(), Topics.USER, "NotePinned", EventJson.write(new NotePinned(1, text)), "", null);
            List<Long> sent = new ArrayList<>();

            assertThat(catchThrowable(() -> sender.sendNow(List.of(row), sent)))
                    .isInstanceOf(BrokerSender.NotSent.class);
            assertThat(sent).isEmpty();

            line.pass();
            Eventually.within(SOON, () -> {
                try {
                    sender.sendNow(List.of(row), sent);
                } catch (BrokerSender.NotSent e) {
                    throw new AssertionError(e);
                }
                assertThat(sent).contains(row.id());
            });
            sender.close();
        }
        awaitApplied(text);
    }

    /** A broadcast listener hears what is sent from its start on; wait until it listens to every queue. */
    private void awaitBroadcast() {
        Eventually.within(SOON, () -> {
            String probe = "probe-" + ids.next();
            for (int i = 0; i < 8; i++) {
                publish(probe);
            }
            Eventually.within(Duration.ofSeconds(3), () -> assertThat(
                            handlers.broadcast.stream().filter(probe::equals))
                    .hasSize(8));
        });
    }

    private void publish(String text) {
        transaction.executeWithoutResult(status -> outbox.publish(Topics.USER, new NotePinned(1, text)));
    }

    private void sendByHand(long eventId, String body) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("by-hand-" + eventId);
        producer.setNamesrvAddr(settings.nameServer());
        producer.setInstanceName("by-hand-" + eventId);
        producer.start();
        try {
            Message message = new Message(
                    Topics.USER, "NotePinned", Long.toString(eventId), body.getBytes(StandardCharsets.UTF_8));
            message.putUserProperty("source", "hand");
            message.putUserProperty("space", settings.space());
            producer.send(message);
        } finally {
            producer.shutdown();
        }
    }

    private void awaitApplied(String text) {
        Eventually.within(SOON, () -> assertThat(applied(text)).isPositive());
    }

    private int applied(String text) {
        return jdbc.sql("SELECT COUNT(*) FROM applied WHERE event_text = ?")
                .param(text)
                .query(Integer.class)
                .single();
    }

    private int outboxRows(String text) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox WHERE body LIKE ?")
                .param("%" + text + "%")
                .query(Integer.class)
                .single();
    }

    @TestConfiguration
    static class Handlers {

        private final AtomicInteger received = new AtomicInteger();
        private final ConcurrentMap<String, String> traces = new ConcurrentHashMap<>();
        private final ConcurrentMap<String, AtomicBoolean> failOnce = new ConcurrentHashMap<>();
        private final ConcurrentMap<String, AtomicBoolean> poison = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<String> broadcast = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

        @Bean
        EventHandler<NotePinned> pinnedInSchema(JdbcClient jdbc) {
            return new Pinned(Topics.USER, "pinned-in-schema", event -> apply(jdbc, event)) {
                @Override
                public boolean concerns(NotePinned event) {
                    asked.add(event.text());
                    return !strange.contains(event.text());
                }
            };
        }

        @Bean
        EventHandler<NotePinned> timed(JdbcClient jdbc) {
            return new Pinned(Topics.TIMER, "timed", event -> apply(jdbc, event));
        }

        @Bean
        EventHandler<NotePinned> everywhere() {
            return new Pinned(Topics.USER, "everywhere", event -> broadcast.add(event.text())) {
                @Override
                public boolean broadcast() {
                    return true;
                }
            };
        }

        private void apply(JdbcClient jdbc, NotePinned event) {
            received.incrementAndGet();
            traces.put(event.text(), TraceId.current());
            jdbc.sql("INSERT INTO applied (event_text) VALUES (?)")
                    .param(event.text())
                    .update();
            if (failOnce.getOrDefault(event.text(), new AtomicBoolean()).getAndSet(false)) {
                throw new IllegalStateException("first attempt");
            }
            if (poison.getOrDefault(event.text(), new AtomicBoolean()).get()) {
                throw new BusinessException(ErrorCode.ILLEGAL_STATE, "poisonous");
            }
        }
    }

    private static class Pinned implements EventHandler<NotePinned> {

        private final String topic;
        private final String name;
        private final java.util.function.Consumer<NotePinned> work;

        Pinned(String topic, String name, java.util.function.Consumer<NotePinned> work) {
            this.topic = topic;
            this.name = name;
            this.work = work;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public Class<NotePinned> type() {
            return NotePinned.class;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void handle(NotePinned event) {
            work.accept(event);
        }
    }
}
