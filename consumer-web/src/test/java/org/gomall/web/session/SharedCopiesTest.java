package org.gomall.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountView;
import org.gomall.localstack.Address;
import org.gomall.localstack.TcpProxy;
import org.gomall.localstack.TestStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redisson.api.RedissonClient;

/** Two processes with copies of sessions, over one Redis: one makes changes, the other must never answer from before them. */
@Timeout(120)
class SharedCopiesTest {

    private static final Address REDIS = TestStack.shared().redis();
    private static final Duration A_WHILE = Duration.ofSeconds(4);

    private static final MeterRegistry METERS = new SimpleMeterRegistry();

    private static TcpProxy line;
    private static RedissonClient theirRedis;
    private static SaTokenSessions there;
    private static RedissonClient ourRedis;
    private static SaTokenSessions here;

    private final AccountView account = new AccountView(
            ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE),
            "carol",
            "carol@gomall.example",
            List.of("USER"),
            List.of("GET:/a"));

    /** Sa-Token knows one store only, the last: so all changes are made here. */
    @BeforeAll
    static void connect() {
        Metrics.addRegistry(METERS);
        line = TcpProxy.to(REDIS);
        RedisSessions sessions = new RedisSessions();
        theirRedis = sessions.redisson(line.address(), "");
        there = new SaTokenSessions(sessions.saTokenDao(theirRedis), theirRedis);
        ourRedis = sessions.redisson(REDIS.toString(), "");
        here = new SaTokenSessions(sessions.saTokenDao(ourRedis), ourRedis);
    }

    /** And nobody is waited for because of the test before. */
    @BeforeEach
    void redisAnswers() {
        answered(here::rightsVersion);
        answered(there::rightsVersion);
        String token = open();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            long since = System.nanoTime();
            here(store -> store.end(token));
            return Duration.ofNanos(System.nanoTime() - since).compareTo(SessionChanges.LONGEST_WAIT) < 0;
        });
    }

    @AfterEach
    void theirLineIsGood() {
        line.pass();
    }

    @AfterAll
    static void disconnect() {
        there.close();
        theirRedis.shutdown();
        line.close();
        here.close();
        ourRedis.shutdown();
        Metrics.removeRegistry(METERS);
    }

    @Test
    void a_session_seen_a_moment_ago_costs_no_round_trip() throws Exception {
        String token = open();
        seen(there, token);
        long asked = looks();

        for (int i = 0; i < 1_000; i++) {
            assertThat(there.find(token)).isPresent();
        }

        assertThat(looks() - asked).isLessThan(20);
    }

    @Test
    void a_logout_here_holds_for_the_next_request_there() throws Exception {
        rounds(200, here::end, (token, found) -> assertThat(found).isEmpty());
    }

    @Test
    void the_end_of_all_sessions_holds_for_the_next_request_there() throws Exception {
        rounds(40, token -> here.endAll(account.userId()), (token, found) -> assertThat(found)
                .isEmpty());
        String[] kept = new String[1];
        rounds(
                40,
                token -> {
                    kept[0] = open();
                    here.endOthers(account.userId(), kept[0]);
                },
                (token, found) -> {
                    assertThat(found).isEmpty();
                    assertThat(there.find(kept[0])).isPresent();
                });
    }

    @Test
    void a_ban_here_holds_for_the_next_request_there() throws Exception {
        rounds(40, token -> here.endAllOfBanned(account.userId()), (token, found) -> assertThat(found)
                .hasValueSatisfying(session -> assertThat(session.ended()).isTrue()));
    }

    @Test
    void a_change_of_rights_or_rules_here_holds_for_the_next_request_there() throws Exception {
        rounds(100, token -> here.rightsChanged(), (token, found) -> assertThat(
                        found.orElseThrow().rightsVersion())
                .isGreaterThanOrEqualTo(here.rightsVersion()));
        rounds(40, token -> here.handOver("{}"), (token, found) -> assertThat(
                        found.orElseThrow().rightsVersion())
                .isGreaterThanOrEqualTo(here.rightsVersion()));
        ourRedis.getBucket("gomall:access-rules").delete();
    }

    @Test
    void the_end_of_one_session_too_many_holds_for_the_next_request_there() {
        String oldest = open();
        for (int i = 0; i < 99; i++) {
            open();
        }
        seen(there, oldest);

        open();

        assertThat(there.find(oldest)).isEmpty();
    }

    @Test
    void one_session_that_ends_does_not_cost_the_copies_of_others() throws Exception {
        String token = open();
        String other = open();
        seen(there, token);
        seen(there, other);
        long asked = looks();

        here(store -> store.end(token));

        assertThat(there.find(other)).isPresent();
        assertThat(looks() - asked).isLessThan(2);
    }

    @Test
    void nobody_has_to_hear_a_message() throws Exception {
        for (int i = 0; i < 12; i++) {
            String token = open();
            seen(there, token);
            ask("CLIENT KILL TYPE pubsub");
            long since = System.nanoTime();

            here(store -> store.end(token));

            assertThat(there.find(token)).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(A_WHILE);
        }
    }

    @Test
    void who_cannot_be_reached_is_waited_for_no_longer_than_its_lease_and_does_not_use_it_then() {
        String token = open();
        seen(there, token);
        line.delay(Duration.ofSeconds(3));
        long since = System.nanoTime();

        here(store -> store.end(token));

        assertThat(Duration.ofNanos(System.nanoTime() - since)).isBetween(SessionChanges.LONGEST_WAIT, A_WHILE);
        assertThatThrownBy(() -> there.find(token))
                .isInstanceOfSatisfying(
                        BusinessException.class, e -> assertThat(e.error()).isEqualTo(ErrorCode.UNAVAILABLE));
        line.pass();
        assertThat(answered(() -> there.find(token))).isEmpty();
    }

    @Test
    void who_has_left_is_not_waited_for() throws Exception {
        RedisSessions sessions = new RedisSessions();
        RedissonClient redis = sessions.redisson(REDIS.toString(), "");
        SaTokenSessions leaving = new SaTokenSessions(sessions.saTokenDao(ourRedis), redis);
        String token = open();
        seen(leaving, token);

        leaving.close();
        redis.shutdown();

        long since = System.nanoTime();
        here(store -> store.end(token));
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SessionChanges.LONGEST_WAIT);
    }

    @Test
    void who_has_no_visitors_is_not_waited_for_and_asks_nothing() throws Exception {
        String token = open();
        seen(there, token);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            long scripts = calls("eval");
            Thread.sleep(600);
            return calls("eval") == scripts;
        });
        long since = System.nanoTime();

        here(store -> store.end(token));

        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SessionChanges.LONGEST_WAIT);
        assertThat(there.find(token)).isEmpty();
    }

    @Test
    void a_redis_that_has_lost_everything_lets_nobody_answer_from_before_a_change() {
        for (int i = 0; i < 3; i++) {
            String token = open();
            seen(there, token);
            long version = there.find(token).orElseThrow().rightsVersion();

            ourRedis.getKeys().flushdb();
            here(store -> store.rightsChanged());

            assertThat(there.find(token)).isEmpty();
            assertThat(here.rightsVersion()).isGreaterThan(version);
        }
    }

    /** Each round one session, of which somebody reads all the time, is changed here and looked at there at once. */
    private void rounds(int times, Consumer<String> change, Law law) throws Exception {
        String[] current = {open()};
        AtomicLong reads = new AtomicLong();
        AtomicBoolean isOver = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            while (!isOver.get()) {
                answered(() -> there.find(current[0]));
                reads.incrementAndGet();
                LockSupport.parkNanos(20_000);
            }
        });
        long asked = looks();
        reader.start();
        try {
            for (int i = 0; i < times; i++) {
                String token = open();
                current[0] = token;
                seen(there, token);
                here(sessions -> change.accept(token));
                law.holds(token, answered(() -> there.find(token)));
            }
        } finally {
            isOver.set(true);
            reader.join();
        }
        System.out.printf(
                "%d rounds, %d reads, %d of Redis; a change is heard of after %.2f ms%n",
                times,
                reads.get(),
                looks() - asked,
                METERS.timer("gomall.sessions.told").mean(TimeUnit.MILLISECONDS));
    }

    /** What must be true of a session that is looked at after a change. */
    private interface Law {
        void holds(String token, Optional<LiveSession> found);
    }

    /** Until it is answered from a copy, which costs a lease at first. */
    private static void seen(SaTokenSessions sessions, String token) {
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    double before = hits();
                    return answered(() -> sessions.find(token)).isPresent() && hits() > before;
                });
    }

    private static double hits() {
        return Metrics.counter("gomall.cache.gets", "cache", "sessions", "result", "hit")
                .count();
    }

    /** On a busy machine Redis sometimes takes longer than the web waits. */
    private static <T> T answered(Supplier<T> work) {
        long giveUpAt = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                return work.get();
            } catch (BusinessException e) {
                if (System.nanoTime() - giveUpAt > 0) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private String open() {
        return answered(() -> here.open(account, 0));
    }

    private static void here(Consumer<SaTokenSessions> change) {
        answered(() -> {
            change.accept(here);
            return here;
        });
    }

    /** How often Redis was asked for sessions. */
    private static long looks() throws IOException {
        return calls("mget");
    }

    private static long calls(String command) throws IOException {
        return ask("INFO commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_" + command + ":calls="))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*:calls=(\\d+),.*", "$1")))
                .findFirst()
                .orElse(0);
    }

    private static String ask(String command) throws IOException {
        try (Socket socket = new Socket(REDIS.host(), REDIS.port());
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return String.join("\n", answer.lines().toList());
        }
    }
}
