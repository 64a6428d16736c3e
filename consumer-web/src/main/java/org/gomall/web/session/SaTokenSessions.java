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
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountView;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
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
    private static final String RIGHTS = "gomall:rights-version";
    private static final String LIST_SEPARATOR = "\n";

    private final StpLogic logic;
    private final RedissonClient redisson;

    SaTokenSessions(SaTokenDao dao, RedissonClient redisson) {
        this.redisson = redisson;
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
    public String open(AccountView account) {
        String token = WebCookies.randomToken();
        String hash = hash(token);
        return orUnavailable(() -> {
            // The set comes first: a session that is not in it could not be ended.
            RScoredSortedSet<String> all = sessionsOf(account.userId());
            all.add(System.currentTimeMillis(), hash);
            all.expire(LIFETIME);
            logic.createLoginSession(
                    account.userId(), logic.createSaLoginParameter().setToken(hash));
            remember(account, hash);
            endBeyondLimit(account.userId(), all);
            return token;
        });
    }

    @Override
    public Optional<Long> userOf(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return orUnavailable(
                () -> Optional.ofNullable(logic.getLoginIdByToken(hash(token))).map(id -> Long.valueOf(id.toString())));
    }

    @Override
    public Optional<AccountView> accountAtLogin(String token) {
        return orUnavailable(() -> Optional.ofNullable(logic.getTokenSessionByToken(hash(token), false))
                .map(SaTokenSessions::remembered));
    }

    @Override
    public void end(String token) {
        if (TOKEN.matcher(token).matches()) {
            orUnavailable(() -> {
                endHash(hash(token));
                return null;
            });
        }
    }

    @Override
    public void endOthers(long userId, String tokenToKeep) {
        endAllBut(userId, hash(tokenToKeep));
    }

    @Override
    public void endAll(long userId) {
        endAllBut(userId, null);
    }

    @Override
    public long rightsVersion() {
        return orUnavailable(() -> redisson.getAtomicLong(RIGHTS).get());
    }

    @Override
    public void rightsChanged() {
        orUnavailable(() -> redisson.getAtomicLong(RIGHTS).incrementAndGet());
    }

    private void endAllBut(long userId, String keep) {
        orUnavailable(() -> {
            redisson.getAtomicLong(ENDINGS).incrementAndGet();
            for (String hash : sessionsOf(userId).readAll()) {
                if (!hash.equals(keep)) {
                    endHash(hash);
                }
            }
            return null;
        });
    }

    @Override
    public long endings() {
        return orUnavailable(() -> redisson.getAtomicLong(ENDINGS).get());
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

    private void remember(AccountView account, String hash) {
        logic.getTokenSessionByToken(hash)
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

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static <T> T orUnavailable(Supplier<T> work) {
        try {
            return work.get();
        } catch (RedisException e) {
            LOG.warn("sessions are away: {}", e.toString());
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
    }
}
