package org.gomall.web.session;

import cn.dev33.satoken.SaManager;
import cn.dev33.satoken.config.SaTokenConfig;
import cn.dev33.satoken.dao.SaTokenDao;
import cn.dev33.satoken.plugin.SaTokenPluginHolder;
import cn.dev33.satoken.stp.StpLogic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gomall.api.user.AccountView;
import org.gomall.platform.metrics.CacheMeters;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sa-Token sessions in Redis. What Redis holds is the hash of a token, so nobody who reads it can log in with it.
 *
 * <p>Besides Sa-Token's own list of a user's sessions (which two logins at once may overwrite for each other) there is an
 * atomic set per user; it decides which sessions {@link #endOthers} ends and how many a user may have.
 *
 * <p>What was found is kept for the next requests of the same session. Whatever changes it is announced afterwards, and has
 * returned only when no process answers from before it ({@link SessionChanges}).
 */
final class SaTokenSessions implements SessionStore, AutoCloseable {

    static final String RIGHTS = "gomall:rights-version";

    private static final Logger LOG = LoggerFactory.getLogger(SaTokenSessions.class);
    private static final int MOST_SESSIONS = 100;
    private static final Duration LIFETIME = Sessions.LIFETIME;
    private static final String SET = "gomall:sessions:";
    private static final String ENDINGS = "gomall:sessions-ended";
    private static final String ENDED = "gomall:ended:";
    private static final String RULES = "gomall:access-rules";

    /**
     * The rights version. A Redis that knows none (a new one, or one that has lost everything) begins at its own time in
     * microseconds: beyond all versions it ever gave out, so that rights which are kept in memory count as old.
     */
    private static final String VERSION = """
            local version = redis.call('get', KEYS[1])
            if not version then
                local now = redis.call('time')
                version = now[1] .. string.format('%06d', now[2])
                redis.call('set', KEYS[1], version)
            end
            return tonumber(version)
            """;

    private static final Duration HANDED_OVER = Duration.ofMinutes(1);
    private static final CacheMeters COPIES = CacheMeters.of("sessions");

    private final StpLogic logic;
    private final RedissonClient redisson;
    private final Patience redis;
    private final SessionCopies copies = new SessionCopies();
    private final SessionChanges changes;
    private final CopiesLease lease;

    SaTokenSessions(SaTokenDao dao, RedissonClient redisson) {
        this.redisson = redisson;
        this.redis = new Patience(
                () -> redisson.getBucket(RULES, StringCodec.INSTANCE).isExists());
        this.changes = new SessionChanges(redisson);
        this.lease = new CopiesLease(copies, changes);
        SaTokenPluginHolder.instance.init();
        SaManager.setSaTokenDao(dao);
        logic = new StpLogic("login");
        logic.setConfig(new SaTokenConfig()
                .setTokenName("gomall")
                .setTimeout(LIFETIME.toSeconds())
                .setActiveTimeout(-1)
                .setAutoRenew(false)
                .setIsConcurrent(true)
                .setIsShare(false)
                .setMaxLoginCount(-1)
                .setTokenSessionCheckLogin(false)
                .setIsReadBody(false)
                .setIsReadCookie(false)
                .setIsPrint(false)
                .setIsLog(false));
        lease.start();
    }

    @Override
    public String open(AccountView account, long rightsVersion) {
        String token = WebCookies.randomToken();
        String hash = Tokens.hash(token);
        Collection<String> oldest = redis.ask(() -> {
            // The set comes first: a session that is not in it could not be ended.
            RScoredSortedSet<String> all = sessionsOf(account.userId());
            all.add(System.currentTimeMillis(), hash);
            all.expire(LIFETIME);
            logic.createLoginSession(
                    account.userId(), logic.createSaLoginParameter().setToken(hash));
            AccountAtLogin.write(logic.getTokenSessionByToken(hash), account, rightsVersion);
            return endBeyondLimit(account.userId(), all);
        });
        if (!oldest.isEmpty()) {
            changes.await(redis.ask(() -> changes.ended(oldest)));
        }
        return token;
    }

    /** From the copy; else by one MGET: whose token it is, whether a ban has ended it, and the rights version. */
    @Override
    public Optional<LiveSession> find(String token) {
        if (!Tokens.isToken(token)) {
            return Optional.empty();
        }
        String hash = Tokens.hash(token);
        LiveSession copy = copies.find(hash);
        if (copy != null) {
            COPIES.hit();
            return Optional.of(copy);
        }
        COPIES.miss();
        long drops = copies.drops();
        Optional<LiveSession> found = redis.ask(() -> inRedis(hash));
        if (found.isPresent() && !copies.keep(hash, found.get(), drops)) {
            lease.want();
        }
        return found;
    }

    private Optional<LiveSession> inRedis(String hash) {
        String alive = logic.splicingKeyTokenValue(hash);
        String ended = ENDED + hash;
        Map<String, String> found = redisson.getBuckets(StringCodec.INSTANCE).get(alive, ended, RIGHTS);
        boolean isAlive = isUser(found.get(alive));
        String userId = isAlive ? found.get(alive) : found.get(ended);
        if (!isUser(userId)) {
            return Optional.empty();
        }
        String version = found.get(RIGHTS);
        return Optional.of(new LiveSession(
                Long.parseLong(userId), !isAlive, version == null ? eraOrVersion() : Long.parseLong(version)));
    }

    @Override
    public Optional<AccountView> accountAtLogin(String token, long rightsVersion) {
        return redis.ask(
                () -> AccountAtLogin.read(logic.getTokenSessionByToken(Tokens.hash(token), false), rightsVersion));
    }

    @Override
    public void end(String token) {
        if (Tokens.isToken(token)) {
            String hash = Tokens.hash(token);
            changes.await(redis.ask(() -> {
                endHash(hash);
                return changes.ended(List.of(hash));
            }));
        }
    }

    @Override
    public void endOthers(long userId, String tokenToKeep) {
        endAllBut(userId, Tokens.hash(tokenToKeep), hash -> {});
    }

    @Override
    public void endAll(long userId) {
        endAllBut(userId, null, hash -> {});
    }

    @Override
    public void endAllOfBanned(long userId) {
        String owner = Long.toString(userId);
        endAllBut(userId, null, hash -> redisson.getBucket(ENDED + hash, StringCodec.INSTANCE)
                .set(owner, LIFETIME));
    }

    @Override
    public long rightsVersion() {
        return redis.ask(this::eraOrVersion);
    }

    @Override
    public void rightsChanged() {
        changes.await(redis.ask(changes::rightsChanged));
    }

    @Override
    public void handOver(String accessRules) {
        changes.await(redis.ask(() -> {
            redisson.getBucket(RULES, StringCodec.INSTANCE).set(accessRules, HANDED_OVER);
            return changes.rightsChanged();
        }));
    }

    @Override
    public Optional<String> handedOver() {
        return redis.ask(() -> Optional.ofNullable(
                redisson.<String>getBucket(RULES, StringCodec.INSTANCE).get()));
    }

    private long eraOrVersion() {
        return redisson.getScript(StringCodec.INSTANCE)
                .eval(RScript.Mode.READ_WRITE, VERSION, RScript.ReturnType.LONG, List.of(RIGHTS));
    }

    /** Everything is dropped, for somebody else may just be ending some of these sessions and not have told yet. */
    private void endAllBut(long userId, String keep, Consumer<String> mark) {
        changes.await(redis.ask(() -> {
            redisson.getAtomicLong(ENDINGS).incrementAndGet();
            for (String hash : sessionsOf(userId).readAll()) {
                if (!hash.equals(keep)) {
                    mark.accept(hash);
                    endHash(hash);
                }
            }
            return changes.ended(List.of());
        }));
    }

    @Override
    public long endings() {
        return redis.ask(() -> redisson.getAtomicLong(ENDINGS).get());
    }

    private void endHash(String hash) {
        Object userId = logic.getLoginIdByToken(hash);
        logic.logoutByTokenValue(hash);
        if (userId != null) {
            sessionsOf(Long.parseLong(userId.toString())).remove(hash);
        }
    }

    private Collection<String> endBeyondLimit(long userId, RScoredSortedSet<String> all) {
        int tooMany = all.size() - MOST_SESSIONS;
        if (tooMany <= 0) {
            return List.of();
        }
        Collection<String> oldest = all.pollFirst(tooMany);
        oldest.forEach(logic::logoutByTokenValue);
        LOG.info("user {} has more than {} sessions, the oldest were ended", userId, MOST_SESSIONS);
        return oldest;
    }

    @Override
    public void close() {
        lease.close();
    }

    private RScoredSortedSet<String> sessionsOf(long userId) {
        return redisson.getScoredSortedSet(SET + userId);
    }

    /** Sa-Token marks tokens that are good for nothing any more with negative numbers. */
    private static boolean isUser(String value) {
        return value != null && !value.isEmpty() && Character.isDigit(value.charAt(0));
    }
}
