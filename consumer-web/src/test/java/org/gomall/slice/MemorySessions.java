package org.gomall.slice;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountView;
import org.gomall.web.session.LiveSession;
import org.gomall.web.session.SessionStore;

/** Sessions that end with the test. */
public class MemorySessions implements SessionStore {

    private final Map<String, Long> rightsAtLogin = new ConcurrentHashMap<>();
    private final Map<String, Long> ended = new ConcurrentHashMap<>();
    private final Map<String, AccountView> sessions = new ConcurrentHashMap<>();
    private final AtomicLong endings = new AtomicLong();
    private final AtomicLong rights = new AtomicLong();
    private volatile String rules;
    private volatile boolean away;

    /** Lets every call fail as if Redis were gone. */
    public void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public String open(AccountView account, long rightsVersion) {
        ask();
        String token = (UUID.randomUUID().toString() + UUID.randomUUID())
                .replace("-", "")
                .substring(0, 43);
        sessions.put(token, account);
        rightsAtLogin.put(token, rightsVersion);
        return token;
    }

    @Override
    public Optional<LiveSession> find(String token) {
        ask();
        AccountView account = sessions.get(token);
        Long userId = account == null ? ended.get(token) : Long.valueOf(account.userId());
        return Optional.ofNullable(userId).map(id -> new LiveSession(id, account == null, rights.get()));
    }

    @Override
    public Optional<AccountView> accountAtLogin(String token, long rightsVersion) {
        ask();
        return Optional.ofNullable(sessions.get(token)).filter(account -> rightsAtLogin.get(token) == rightsVersion);
    }

    @Override
    public void end(String token) {
        ask();
        sessions.remove(token);
    }

    @Override
    public void endOthers(long userId, String tokenToKeep) {
        endings.incrementAndGet();
        sessions.entrySet()
                .removeIf(entry ->
                        entry.getValue().userId() == userId && !entry.getKey().equals(tokenToKeep));
    }

    @Override
    public void endAll(long userId) {
        endOthers(userId, "");
    }

    @Override
    public void endAllOfBanned(long userId) {
        sessions.forEach((token, account) -> {
            if (account.userId() == userId) {
                ended.put(token, userId);
            }
        });
        endAll(userId);
    }

    @Override
    public void handOver(String accessRules) {
        ask();
        rules = accessRules;
        rights.incrementAndGet();
    }

    @Override
    public Optional<String> handedOver() {
        ask();
        return Optional.ofNullable(rules);
    }

    @Override
    public long rightsVersion() {
        ask();
        return rights.get();
    }

    @Override
    public void rightsChanged() {
        ask();
        rights.incrementAndGet();
    }

    @Override
    public long endings() {
        return endings.get();
    }

    private void ask() {
        if (away) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
    }
}
