package org.gomall.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountView;
import org.gomall.localstack.TcpProxy;
import org.gomall.localstack.TestStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;

@Timeout(60)
class SaTokenSessionsTest {

    private static RedissonClient redisson;
    private static SessionStore store;

    private final AccountView account = new AccountView(
            ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE),
            "carol",
            "carol@gomall.example",
            List.of("USER", "MERCHANT"),
            List.of("GET:/a", "*:/b(/.*)?"));

    @BeforeAll
    static void connect() {
        RedisSessions sessions = new RedisSessions();
        redisson = sessions.redisson(TestStack.shared().redis().toString(), "");
        store = sessions.sessionStore(sessions.saTokenDao(redisson), redisson);
    }

    @AfterAll
    static void disconnect() {
        redisson.shutdown();
    }

    @Test
    void keeps_sessions_where_every_instance_finds_them() {
        String token = store.open(account, 0);

        RedisSessions other = new RedisSessions();
        RedissonClient theirs = other.redisson(TestStack.shared().redis().toString(), "");
        try {
            SessionStore elsewhere = other.sessionStore(other.saTokenDao(theirs), theirs);
            assertThat(elsewhere.find(token))
                    .hasValueSatisfying(session -> assertThat(session.userId()).isEqualTo(account.userId()));
            assertThat(elsewhere.accountAtLogin(token, 0)).hasValue(account);
            elsewhere.end(token);
        } finally {
            store = new RedisSessions().sessionStore(new RedisSessions().saTokenDao(redisson), redisson);
            theirs.shutdown();
        }
        assertThat(store.find(token)).isEmpty();
        assertThat(store.accountAtLogin(token, 0)).isEmpty();
    }

    @Test
    void keeps_nothing_in_redis_that_logs_anybody_in() {
        String token = store.open(account, 0);

        for (String key : redisson.getKeys().getKeys()) {
            assertThat(key).doesNotContain(token);
        }
        assertThat(store.find("not a token")).isEmpty();
        assertThat(store.find("A".repeat(43))).isEmpty();
        redisson.getKeys().getKeys().forEach(key -> assertThat(store.find(key)).isEmpty());
    }

    @Test
    void lets_every_session_end_by_itself_some_day() {
        store.open(account, 0);

        List<String> keys = new ArrayList<>();
        redisson.getKeys().getKeys().forEach(keys::add);
        keys.removeIf(key -> !key.contains(Long.toString(account.userId())));

        assertThat(keys).hasSizeGreaterThanOrEqualTo(2).allSatisfy(key -> assertThat(
                        redisson.getBucket(key).remainTimeToLive())
                .isBetween(1L, Duration.ofDays(7).toMillis()));
    }

    @Test
    void ends_all_other_sessions_also_of_logins_at_the_same_moment() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<String> tokens = new ArrayList<>();
        try {
            List<Future<String>> logins = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                logins.add(pool.submit(() -> store.open(account, 0)));
            }
            for (Future<String> login : logins) {
                tokens.add(login.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(tokens).allSatisfy(token -> assertThat(store.find(token)).isPresent());
        long endings = store.endings();

        store.endOthers(account.userId(), tokens.get(7));

        assertThat(store.endings()).isGreaterThan(endings);
        assertThat(tokens.stream().filter(token -> store.find(token).isPresent()))
                .containsExactly(tokens.get(7));
    }

    @Test
    void brings_the_rights_version_along_with_every_session() {
        String token = store.open(account, store.rightsVersion());
        long before = store.find(token).orElseThrow().rightsVersion();

        store.rightsChanged();

        assertThat(store.find(token)).hasValue(new LiveSession(account.userId(), false, store.rightsVersion()));
        assertThat(store.rightsVersion()).isGreaterThan(before);
        assertThat(store.accountAtLogin(token, before)).hasValue(account);
        assertThat(store.accountAtLogin(token, store.rightsVersion()))
                .as("rights have changed since")
                .isEmpty();
    }

    @Test
    void ends_all_sessions_of_a_user_and_remembers_whose_they_were_after_a_ban() {
        String kicked = store.open(account, 0);
        store.endAll(account.userId());
        assertThat(store.find(kicked)).isEmpty();

        String banned = store.open(account, 0);
        store.endAllOfBanned(account.userId());
        assertThat(store.find(banned)).hasValueSatisfying(session -> {
            assertThat(session.userId()).isEqualTo(account.userId());
            assertThat(session.ended()).isTrue();
        });
        assertThat(store.find(kicked)).isEmpty();
    }

    @Test
    void hands_access_rules_over_to_every_instance() {
        long before = store.rightsVersion();

        store.handOver("{\"version\":7,\"whitelist\":[\"GET:/中\"]}");

        assertThat(store.handedOver()).hasValue("{\"version\":7,\"whitelist\":[\"GET:/中\"]}");
        assertThat(store.rightsVersion()).isGreaterThan(before);
        assertThat(redisson.getBucket("gomall:access-rules").remainTimeToLive()).isBetween(1L, 60_000L);
        redisson.getBucket("gomall:access-rules").delete();
    }

    /** Tells, without a limit that a busy machine could miss, what a look at a session costs that was seen a moment ago. */
    @Test
    void looks_a_session_up_without_a_round_trip() {
        String token = store.open(account, 0);
        int times = 2_000;
        for (int i = 0; i < times; i++) {
            store.find(token);
        }
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            store.find(token);
        }
        long look = System.nanoTime() - begin;
        RBucket<String> one = redisson.getBucket("gomall:rights-version");
        begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            one.get();
        }
        long get = System.nanoTime() - begin;
        System.out.printf(
                "a session from its copy: %.4f ms; a single GET: %.3f ms%n", look / 1e6 / times, get / 1e6 / times);
        assertThat(store.find(token)).isPresent();
    }

    @Test
    void ends_the_oldest_session_of_a_user_who_has_too_many() {
        String oldest = store.open(account, 0);
        for (int i = 0; i < 100; i++) {
            store.open(account, 0);
        }

        assertThat(store.find(oldest)).isEmpty();
    }

    @Test
    void starts_without_redis_and_says_that_it_is_away() {
        RedisSessions sessions = new RedisSessions();
        RedissonClient nowhere = sessions.redisson("127.0.0.1:1", "");
        try {
            SessionStore away = sessions.sessionStore(sessions.saTokenDao(nowhere), nowhere);
            long before = System.nanoTime();
            assertThatThrownBy(() -> away.find("A".repeat(43)))
                    .isInstanceOfSatisfying(
                            BusinessException.class, e -> assertThat(e.error()).isEqualTo(ErrorCode.UNAVAILABLE));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        } finally {
            store = new RedisSessions().sessionStore(new RedisSessions().saTokenDao(redisson), redisson);
            nowhere.shutdown();
        }
    }

    @Test
    void a_redis_that_has_lost_everything_never_brings_an_old_rights_version_again() {
        store.rightsChanged();
        long before = store.rightsVersion();

        redisson.getKeys().delete("gomall:rights-version");

        assertThat(store.rightsVersion()).isGreaterThan(before).isEqualTo(store.rightsVersion());
        String token = store.open(account, store.rightsVersion());
        redisson.getKeys().delete("gomall:rights-version");
        assertThat(store.find(token).orElseThrow().rightsVersion()).isGreaterThan(before);
    }

    @Test
    void a_redis_that_does_not_answer_keeps_one_request_waiting_and_no_more() {
        try (TcpProxy line = TcpProxy.to(TestStack.shared().redis())) {
            RedisSessions sessions = new RedisSessions();
            RedissonClient behind = sessions.redisson(line.address(), "");
            try {
                SessionStore slow = sessions.sessionStore(sessions.saTokenDao(behind), behind);
                String token = slow.open(account, slow.rightsVersion());
                line.delay(Duration.ofSeconds(2));
                assertThat(unavailableWithin(slow, token)).isLessThan(Duration.ofMillis(1_500));
                for (int i = 0; i < 20; i++) {
                    assertThat(unavailableWithin(slow, token)).isLessThan(Duration.ofMillis(300));
                }
                line.pass();
                await().atMost(Duration.ofSeconds(20)).until(() -> finds(slow, token));
            } finally {
                store = new RedisSessions().sessionStore(new RedisSessions().saTokenDao(redisson), redisson);
                behind.shutdown();
            }
        }
    }

    private static Duration unavailableWithin(SessionStore sessions, String token) {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> sessions.find(token))
                .isInstanceOfSatisfying(
                        BusinessException.class, e -> assertThat(e.error()).isEqualTo(ErrorCode.UNAVAILABLE));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static boolean finds(SessionStore sessions, String token) {
        try {
            return sessions.find(token).isPresent();
        } catch (BusinessException stillAway) {
            return false;
        }
    }
}
