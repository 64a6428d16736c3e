package org.gomall.web.session;

import cn.dev33.satoken.SaManager;
import cn.dev33.satoken.config.SaTokenConfig;
import cn.dev33.satoken.dao.SaTokenDao;
import cn.dev33.satoken.plugin.SaTokenPluginHolder;
import cn.dev33.satoken.session.SaSession;
import cn.dev33.satoken.stp.StpLogic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gomall.api.user.AccountView;
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
 */
final class SaTokenSessions implements SessionStore {

    private static final Logger LOG = LoggerFactory.getLogger(SaTokenSessions.class);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int MOST_SESSIONS = 100;
    private static final Duration LIFETIME = Sessions.LIFETIME;
    private static final String SET = "gomall:sessions:";
    private static final String ENDINGS = "gomall:sessions-ended";
    private static final String ENDED = "gomall:ended:";
    private static final String RIGHTS = "gomall:rights-version";
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
    private static final String LIST_SEPARATOR = "\n";

    private final StpLogic logic;
    private final RedissonClient redisson;
    private final Patience redis;

    SaTokenSessions(SaTokenDao dao, RedissonClient redisson) {
        this.redisson = redisson;
        this.redis = new Patience(
                () -> redisson.getBucket(RULES, StringCodec.INSTANCE).isExists());
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
    }

    @Override
    public String open(AccountView account, long rightsVersion) {
        String token = WebCookies.randomToken();
        String hash = hash(token);
        return redis.ask(() -> {
            // The set comes first: a session that is not in it could not be ended.
            RScoredSortedSet<String> all = sessionsOf(account.userId());
            all.add(System.currentTimeMillis(), hash);
            all.expire(LIFETIME);
            logic.createLoginSession(
                    account.userId(), logic.createSaLoginParameter().setToken(hash));
            remember(account, rightsVersion, hash);
            endBeyondLimit(account.userId(), all);
            return token;
        });
    }

    /** One MGET: whose token it is, whether a ban has ended it, and the rights version. */
    @Override
    public Optional<LiveSession> find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        String hash = hash(token);
        String alive = logic.splicingKeyTokenValue(hash);
        String ended = ENDED + hash;
        return redis.ask(() -> {
            Map<String, String> found =
                    redisson.getBuckets(StringCodec.INSTANCE).get(alive, ended, RIGHTS);
            boolean isAlive = isUser(found.get(alive));
            String userId = isAlive ? found.get(alive) : found.get(ended);
            if (!isUser(userId)) {
                return Optional.empty();
            }
            String version = found.get(RIGHTS);
            return Optional.of(new LiveSession(
                    Long.parseLong(userId), !isAlive, version == null ? eraOrVersion() : Long.parseLong(version)));
        });
    }

    @Override
    public Optional<AccountView> accountAtLogin(String token, long rightsVersion) {
        return redis.ask(() -> Optional.ofNullable(logic.getTokenSessionByToken(hash(token), false))
                .filter(session -> session.getLong("rightsVersion") == rightsVersion)
                .map(SaTokenSessions::remembered));
    }

    @Override
    public void end(String token) {
        if (TOKEN.matcher(token).matches()) {
            redis.ask(() -> {
                endHash(hash(token));
                return null;
            });
        }
    }

    @Override
    public void endOthers(long userId, String tokenToKeep) {
        endAllBut(userId, hash(tokenToKeep), hash -> {});
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
        redis.ask(this::nextVersion);
    }

    @Override
    public void handOver(String accessRules) {
        redis.ask(() -> {
            redisson.getBucket(RULES, StringCodec.INSTANCE).set(accessRules, HANDED_OVER);
            return nextVersion();
        });
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

    private long nextVersion() {
        eraOrVersion();
        return redisson.getAtomicLong(RIGHTS).incrementAndGet();
    }

    private void endAllBut(long userId, String keep, Consumer<String> mark) {
        redis.ask(() -> {
            redisson.getAtomicLong(ENDINGS).incrementAndGet();
            for (String hash : sessionsOf(userId).readAll()) {
                if (!hash.equals(keep)) {
                    mark.accept(hash);
                    endHash(hash);
                }
            }
            return null;
        });
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

    private void endBeyondLimit(long userId, RScoredSortedSet<String> all) {
        int tooMany = all.size() - MOST_SESSIONS;
        if (tooMany > 0) {
            Collection<String> oldest = all.pollFirst(tooMany);
            oldest.forEach(logic::logoutByTokenValue);
            LOG.info("user {} has more than {} sessions, the oldest were ended", userId, MOST_SESSIONS);
        }
    }

    private RScoredSortedSet<String> sessionsOf(long userId) {
        return redisson.getScoredSortedSet(SET + userId);
    }

    private void remember(AccountView account, long rightsVersion, String hash) {
        logic.getTokenSessionByToken(hash)
                .set("rightsVersion", rightsVersion)
                .set("userId", account.userId())
                .set("username", account.username())
                .set("email", account.email())
                .set("roles", String.join(LIST_SEPARATOR, account.roles()))
                .set("permissions", String.join(LIST_SEPARATOR, account.permissions()));
    }

    private static AccountView remembered(SaSession session) {
        return new AccountView(
                session.getLong("userId"),
                session.getString("username"),
                session.getString("email"),
                List.of(session.getString("roles").split(LIST_SEPARATOR)),
                List.of(session.getString("permissions").split(LIST_SEPARATOR)));
    }

    /** Sa-Token marks tokens that are good for nothing any more with negative numbers. */
    private static boolean isUser(String value) {
        return value != null && !value.isEmpty() && Character.isDigit(value.charAt(0));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
