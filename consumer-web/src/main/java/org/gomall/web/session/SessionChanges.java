package org.gomall.web.session;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.redisson.api.RMap;
import org.redisson.api.RScript;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How processes that keep copies of sessions are told of changes, in Redis: changes have numbers, listeners say until which
 * they have heard, and who makes a change waits for them (docs/adr/0032). No clock is compared with another one: a
 * listener counts from when it sent its renewal, a waiter from when it got the answer to its announcement, and it waits longer.
 */
final class SessionChanges {

    /** Longer than {@link SessionCopies#TRUSTED}: when this is over, who has not answered trusts its copies no more. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(SessionChanges.class);

    /** Beyond the end of every lease, also when the clock of Redis jumps by a second; after that a dead listener is forgotten. */
    private static final String REGISTERED_MS = "2000";

    /** In one slot of a cluster, so that rights change and are announced in one script. */
    private static final String RIGHTS = SaTokenSessions.RIGHTS;

    private static final String LAST = "{" + RIGHTS + "}:last-change";
    private static final String LISTENERS = "{" + RIGHTS + "}:listeners";
    private static final String HEARD = "{" + RIGHTS + "}:heard";
    private static final String CHANNEL = "gomall:session-changes";

    /**
     * A Redis without a number is new or has lost everything, maybe with leases that are still trusted: so it begins at its
     * time in microseconds, beyond all numbers it ever gave out, and with a listener that never answers.
     */
    private static final String BEGIN = """
            local time = redis.call('time')
            local micros = time[1] .. string.format('%06d', time[2])
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            if redis.call('setnx', KEYS[1], micros) == 1 then
                redis.call('zadd', KEYS[2], now + ARGV[1], 'unknown')
            end
            """;

    private static final String ANNOUNCE = BEGIN + """
            if KEYS[3] then
                redis.call('setnx', KEYS[3], micros)
                redis.call('incr', KEYS[3])
            end
            local number = string.format('%.0f', redis.call('incr', KEYS[1]))
            redis.call('publish', ARGV[2], number .. ' ' .. ARGV[3])
            local answer = redis.call('zrangebyscore', KEYS[2], now, '+inf')
            table.insert(answer, 1, number)
            return answer
            """;

    /** What a listener claims to have heard from another life of this Redis counts as nothing. */
    private static final String RENEW = BEGIN + """
            for _, dead in ipairs(redis.call('zrangebyscore', KEYS[2], '-inf', now)) do
                redis.call('zrem', KEYS[2], dead)
                redis.call('hdel', KEYS[3], dead)
            end
            local last = redis.call('get', KEYS[1])
            local heard = ARGV[3]
            if tonumber(heard) > tonumber(last) then
                heard = 0
            end
            redis.call('zadd', KEYS[2], now + ARGV[1], ARGV[2])
            redis.call('hset', KEYS[3], ARGV[2], heard)
            return tonumber(last)
            """;

    private static final Timer TOLD = Metrics.timer("gomall.sessions.told");
    private static final long LONGEST_PAUSE_MS = 10;

    private final RedissonClient redisson;

    SessionChanges(RedissonClient redisson) {
        this.redisson = redisson;
    }

    /** Announces that these sessions have ended; without any, that all copies are to be dropped. */
    Announcement ended(Collection<String> hashes) {
        return announce(List.of(LAST, LISTENERS), String.join(" ", hashes));
    }

    /** Raises the rights version, and announces it. */
    Announcement rightsChanged() {
        return announce(List.of(LAST, LISTENERS, RIGHTS), "");
    }

    private Announcement announce(List<Object> keys, String hashes) {
        List<String> answer = redisson.getScript(StringCodec.INSTANCE)
                .eval(RScript.Mode.READ_WRITE, ANNOUNCE, RScript.ReturnType.LIST, keys, REGISTERED_MS, CHANNEL, hashes);
        return new Announcement(
                Long.parseLong(answer.get(0)), Set.copyOf(answer.subList(1, answer.size())), System.nanoTime());
    }

    /**
     * Returns when no process gives anything from before the change any more: a millisecond or two when all can be reached, a
     * second at most. A Redis that goes away meanwhile does not answer for the listeners, their leases end all the same.
     *
     * @throws BusinessException UNAVAILABLE when this thread is interrupted
     */
    void await(Announcement change) throws BusinessException {
        Set<String> waitingFor = new HashSet<>(change.listeners());
        for (int round = 1; !waitingFor.isEmpty(); round++) {
            if (System.nanoTime() - change.madeAt() > LONGEST_WAIT.toNanos()) {
                LOG.info("{} did not hear of change {} and have no lease any more", waitingFor, change.number());
                break;
            }
            pause(Math.min(round, LONGEST_PAUSE_MS));
            waitingFor.removeAll(haveHeard(change.number(), waitingFor));
        }
        TOLD.record(System.nanoTime() - change.madeAt(), TimeUnit.NANOSECONDS);
    }

    private Set<String> haveHeard(long number, Set<String> listeners) {
        try {
            Map<String, String> heard = heard().getAll(listeners);
            heard.values().removeIf(last -> Long.parseLong(last) < number);
            return heard.keySet();
        } catch (RedisException e) {
            LOG.debug("cannot tell who has heard of change {}", number, e);
            return Set.of();
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
    }

    /**
     * Makes a listener one that is waited for, until it has been silent for longer than its lease.
     *
     * @param heard the last change it has heard of
     * @return the last change there was
     */
    long renew(String listener, long heard) {
        return redisson.getScript(StringCodec.INSTANCE)
                .<Long>eval(
                        RScript.Mode.READ_WRITE,
                        RENEW,
                        RScript.ReturnType.LONG,
                        List.of(LAST, LISTENERS, HEARD),
                        REGISTERED_MS,
                        listener,
                        Long.toString(heard));
    }

    /** Nobody has to wait for this listener until it renews again. */
    void leave(String listener) {
        heard().fastPut(listener, Long.toString(Long.MAX_VALUE));
    }

    /** Where changes are announced: the number, then the hashes of the sessions it ended. */
    RTopic announcements() {
        return redisson.getTopic(CHANNEL, StringCodec.INSTANCE);
    }

    private RMap<String, String> heard() {
        return redisson.getMap(HEARD, StringCodec.INSTANCE);
    }

    /**
     * A change that has been made and announced.
     *
     * @param listeners who may hold a lease from before it
     * @param madeAt {@link System#nanoTime} after it
     */
    record Announcement(long number, Set<String> listeners, long madeAt) {}
}
