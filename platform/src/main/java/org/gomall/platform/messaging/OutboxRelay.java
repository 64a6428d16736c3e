package org.gomall.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gomall.platform.messaging.BrokerSender.NotSent;
import org.gomall.platform.messaging.OutboxTable.Backlog;
import org.gomall.platform.messaging.OutboxTable.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries outbox rows to the broker: woken after every commit that published something, and by itself every second for
 * what a dead process has left. A lone event goes at once; while events keep coming, those of a short while go together, with
 * one transaction and as few messages to the broker. Rows stay locked while they are being sent, so two relays never send the same row unless
 * one of them dies between SEND_OK and the deletion.
 */
final class OutboxRelay implements SmartLifecycle {

    static final int BATCH = 100;
    private static final Duration POLL = Duration.ofSeconds(1);
    /** So long events gather while others have gone less than {@link #BUSY} ago. */
    private static final Duration GATHER = Duration.ofMillis(25);

    private static final Duration BUSY = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration CHORES = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final OutboxTable outbox;
    private final InboxTable inbox;
    private final BrokerSender sender;
    private final TransactionTemplate transaction;
    private final Semaphore work = new Semaphore(0);
    private volatile Backlog backlog = new Backlog(0, Duration.ZERO);
    private volatile long deadLetters;
    private volatile Thread thread;
    private long choresAt = System.nanoTime();
    private long sentAt = System.nanoTime() - BUSY.toNanos();
    private boolean brokerAway;

    OutboxRelay(OutboxTable outbox, InboxTable inbox, BrokerSender sender, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.sender = sender;
        this.transaction = transaction;
    }

    /** There is something to send. */
    void wake() {
        work.release();
    }

    /** What waited for the broker a moment ago. */
    Backlog backlog() {
        return backlog;
    }

    /** How many dead letters there were a moment ago. */
    long deadLetters() {
        return deadLetters;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            Thread relay = new Thread(this::run, "outbox-relay");
            relay.setDaemon(true);
            thread = relay;
            relay.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread relay = thread;
        thread = null;
        if (relay != null) {
            work.release();
            try {
                relay.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            sender.close();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        Duration pause = POLL;
        boolean woken = true;
        while (thread == Thread.currentThread()) {
            try {
                if (!woken && !outbox.anyDue() || drain()) {
                    pause = POLL;
                    woken = awaitWork();
                } else {
                    pause = longer(pause);
                    TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                    woken = true;
                }
                chores();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("outbox: {}", e.toString());
                pause = longer(pause);
                work.drainPermits();
                sleep(pause);
            }
        }
    }

    /** Whether somebody has published something, or it was just time to look. */
    private boolean awaitWork() throws InterruptedException {
        if (!work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        if (System.nanoTime() - sentAt < BUSY.toNanos()) {
            TimeUnit.NANOSECONDS.sleep(GATHER.toNanos());
        }
        work.drainPermits();
        return true;
    }

    /** Sends until nothing is due any more; false when the broker does not take messages. */
    private boolean drain() {
        Integer handled;
        do {
            handled = transaction.execute(status -> sendBatch());
            if (handled == null || handled < 0) {
                return false;
            }
        } while (handled == BATCH && thread == Thread.currentThread());
        return true;
    }

    private int sendBatch() {
        List<Row> rows = outbox.lockDue(BATCH);
        if (rows.isEmpty()) {
            return 0;
        }
        List<Long> sent = new ArrayList<>(rows.size());
        boolean complete = true;
        try {
            send(rows, sent);
            if (brokerAway) {
                log.info("the broker takes messages again");
            }
            brokerAway = false;
        } catch (NotSent e) {
            complete = false;
            if (!brokerAway) {
                log.warn("the broker does not take messages, they wait in the outbox: {}", e.getMessage());
            }
            brokerAway = true;
        }
        if (!sent.isEmpty()) {
            outbox.delete(sent);
            sentAt = System.nanoTime();
        }
        return complete ? rows.size() : -1;
    }

    private void send(List<Row> rows, List<Long> sent) throws NotSent {
        Map<String, List<Row>> byTopic = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.deliverAt() == null) {
                byTopic.computeIfAbsent(row.topic(), any -> new ArrayList<>()).add(row);
            }
        }
        for (List<Row> ofTopic : byTopic.values()) {
            sender.sendNow(ofTopic, sent);
        }
        for (Row row : rows) {
            if (row.deliverAt() != null) {
                sender.sendLater(row, sent);
            }
        }
    }

    private void chores() {
        if (System.nanoTime() - choresAt < 0) {
            return;
        }
        choresAt = System.nanoTime() + CHORES.toNanos();
        backlog = outbox.backlog();
        deadLetters = inbox.letterCount();
        inbox.forgetOld();
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
