package org.gomall.e2e.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.gomall.e2e.Mall;

/**
 * Shoppers at the web instances of a mall, who do what {@link Kind} says in its proportions, a fifth of their orders for one
 * SKU. They are good clients: they repeat a write with its key, when they are told to, until the answer is final, and
 * remember what was accepted. Times are counted from the start of the load.
 *
 * <pre>{@code
 * try (Load load = Load.on(mall).clients(8).perSecond(40).start()) {
 *     load.run(Duration.ofSeconds(10));
 *     Duration mark = load.now();
 *     mall.system().kill("provider-stock");
 *     load.run(Duration.ofSeconds(30));
 *     load.stop();
 *     assertThat(load.figures(mark, load.now(), Kind.BROWSE).errorRatio()).isLessThan(0.01);
 *     assertThat(load.accepted().differences(mall.database())).isEmpty();
 * }
 * }</pre>
 */
public final class Load implements AutoCloseable {

    private static final Duration LAST_ANSWERS_WITHIN = Duration.ofMinutes(4);
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final long LONGEST_DEBT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Samples samples = new Samples();
    private final Accepted accepted = new Accepted();
    private final List<Client> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private final AtomicLong nextTurn;
    private final Instant startedAt;
    private final long gapNanos;
    private volatile boolean running = true;
    private volatile boolean abandoned;

    private Load(Builder settings) {
        gapNanos = settings.perSecond == 0 ? 0 : (long) (1e9 / settings.perSecond);
        Goods goods = Goods.of(settings.mall);
        Webs webs = new Webs(IntStream.rangeClosed(1, settings.webs)
                .mapToObj(settings.mall.system()::webUrl)
                .toList());
        goods.lookAtEverything(webs);
        for (int i = 0; i < settings.clients; i++) {
            clients.add(new Client(goods, webs, samples, accepted, settings.seed + i));
        }
        startedAt = Instant.now().minus(samples.now());
        nextTurn = new AtomicLong(System.nanoTime());
        for (Client client : clients) {
            Thread thread = new Thread(() -> shop(client), "load-" + threads.size());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    public static Builder on(Mall mall) {
        return new Builder(mall);
    }

    /** When its clock began. */
    public Instant startedAt() {
        return startedAt;
    }

    /** How long it has been going on: a mark for figures and recovery. */
    public Duration now() {
        return samples.now();
    }

    /** Lets it go on for a while. */
    public void run(Duration time) {
        Mall.pause(time.toMillis());
    }

    /** What came of requests sent from one mark to another; of all kinds, when none is given. */
    public Figures figures(Duration from, Duration to, Kind... kinds) {
        return samples.figures(from, to, kinds);
    }

    /** The requests sent from one mark to another, in order; of all kinds, when none is given. */
    public List<Sample> samples(Duration from, Duration to, Kind... kinds) {
        return samples.between(from, to, kinds);
    }

    /**
     * How long after a mark it took until less than 1 % of the requests failed, for three seconds in a row. Empty when that
     * did not happen before {@code until}.
     */
    public Optional<Duration> recovery(Duration mark, Duration until, Kind... kinds) {
        return samples.recovery(mark, until, CALM, kinds);
    }

    public Accepted accepted() {
        return accepted;
    }

    /** Nobody wishes for anything new; returns when every wish has had its final answer. */
    public void stop() {
        running = false;
        long end = System.nanoTime() + LAST_ANSWERS_WITHIN.toNanos();
        try {
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
            }
            abandoned = true;
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        int open = clients.stream().mapToInt(Client::open).sum();
        if (open > 0 || !broken.isEmpty()) {
            AssertionError failure = new AssertionError(open + " writes have had no final answer within "
                    + LAST_ANSWERS_WITHIN.toSeconds() + " s, " + broken.size() + " clients broke down: "
                    + samples.between(now().minusSeconds(30), now()).stream()
                            .filter(sample -> sample.outcome().isFailure())
                            .limit(10)
                            .toList());
            broken.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    @Override
    public void close() {
        if (running) {
            stop();
        }
    }

    private void shop(Client client) {
        try {
            while (running) {
                awaitTurn();
                client.act();
            }
            while (client.open() > 0 && !abandoned) {
                if (!client.repeat()) {
                    Mall.pause(50);
                }
            }
        } catch (RuntimeException | AssertionError e) {
            broken.add(e);
        }
    }

    /** Who is late does not make up for more than a second. */
    private void awaitTurn() {
        if (gapNanos > 0) {
            long now = System.nanoTime();
            long turn = nextTurn.getAndUpdate(next -> Math.max(next, now - LONGEST_DEBT_NANOS) + gapNanos);
            Mall.pause(Math.max(0, (turn - now) / 1_000_000));
        }
    }

    /** How many shoppers, and how eager they are. */
    public static final class Builder {

        private final Mall mall;
        private int clients = 8;
        private int webs = 2;
        private double perSecond;
        private long seed = 1;

        private Builder(Mall mall) {
            this.mall = mall;
        }

        public Builder clients(int count) {
            clients = count;
            return this;
        }

        /** Requests a second of all clients together, as far as answers come in time; 0, the default, is as many as go. */
        public Builder perSecond(double rate) {
            perSecond = rate;
            return this;
        }

        /** How many instances of the web the requests go to, in turn. */
        public Builder webs(int count) {
            webs = count;
            return this;
        }

        /** The same seed lets every client make the same choices. */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        public Load start() {
            return new Load(this);
        }
    }
}
