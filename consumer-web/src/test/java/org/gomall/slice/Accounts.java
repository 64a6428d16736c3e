package org.gomall.slice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.AuthenticateCommand;
import org.gomall.api.user.ChangePasswordCommand;
import org.gomall.api.user.ProfileView;
import org.gomall.api.user.RegisterCommand;
import org.gomall.api.user.UpdateProfileCommand;

/** A provider-user in memory: alice (a shopper), nova (a merchant), admin, ops, and whoever registers. */
public class Accounts implements AccountService {

    public static final String PASSWORD = "gomall-demo";

    private static final String SHOPPER =
            "*:/api/(auth|users/me|addresses|cards|wallet|cart|checkout|orders|payments)(/.*)?";
    private static final String APPLICANT = "*:/(api/)?merchant/shop";
    private static final String SHOPPER_PAGES = "*:/(account|cart|checkout|orders|pay|wallet|addresses)(/.*)?";

    private final Map<Long, AccountView> accounts = new ConcurrentHashMap<>();
    private final Map<Long, String> passwords = new ConcurrentHashMap<>();
    private final Set<Long> banned = ConcurrentHashMap.newKeySet();
    private final AtomicLong calls = new AtomicLong();
    private volatile boolean away;

    public Accounts() {
        reset();
    }

    /** Everybody who was there from the start is as they were; for tests that changed them. */
    public final void reset() {
        banned.clear();
        put(new AccountView(
                1001, "alice", "alice@gomall.example", List.of("USER"), List.of(SHOPPER, APPLICANT, SHOPPER_PAGES)));
        put(new AccountView(
                1003,
                "nova",
                "nova@gomall.example",
                List.of("USER", "MERCHANT"),
                List.of(SHOPPER, SHOPPER_PAGES, "*:/api/merchant(/.*)?", "*:/merchant(/.*)?")));
        put(new AccountView(
                1005,
                "admin",
                "admin@gomall.example",
                List.of("ADMIN", "USER"),
                List.of("*:/api/admin(/.*)?", "*:/admin(/.*)?", SHOPPER, SHOPPER_PAGES)));
        put(new AccountView(
                1006,
                "ops",
                "ops@gomall.example",
                List.of("OPS", "USER"),
                List.of("*:/api/ops(/.*)?", "*:/ops(/.*)?", SHOPPER, SHOPPER_PAGES)));
    }

    /** Bans a user or lifts the ban, in the provider alone. */
    public void setBanned(long userId, boolean isBanned) {
        if (isBanned) {
            banned.add(userId);
        } else {
            banned.remove(userId);
        }
    }

    /** Gives a user other roles and permissions, in the provider alone. */
    public void setRights(long userId, List<String> roles, List<String> permissions) {
        AccountView before = accounts.get(userId);
        accounts.put(userId, new AccountView(userId, before.username(), before.email(), roles, permissions));
    }

    /** How often an account was asked for. */
    public long calls() {
        return calls.get();
    }

    /** Lets every call fail as if provider-user were gone. */
    public void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public AccountView register(RegisterCommand command) {
        ask();
        command.check();
        AccountView account = new AccountView(
                2000L + accounts.size(),
                command.username(),
                command.email(),
                List.of("USER"),
                List.of(SHOPPER, APPLICANT, SHOPPER_PAGES));
        put(account);
        passwords.put(account.userId(), command.password());
        return account;
    }

    @Override
    public AccountView authenticate(AuthenticateCommand command) {
        ask();
        command.check();
        return new ArrayList<>(accounts.values())
                .stream()
                        .filter(account -> account.username().equals(command.account())
                                || account.email().equals(command.account()))
                        .filter(account -> passwords.get(account.userId()).equals(command.password()))
                        .findFirst()
                        .orElseThrow(() -> new BusinessException(ErrorCode.BAD_CREDENTIALS));
    }

    @Override
    public AccountView account(long userId) {
        ask();
        calls.incrementAndGet();
        AccountView account = accounts.get(userId);
        if (banned.contains(userId)) {
            throw new BusinessException(ErrorCode.BANNED);
        }
        if (account == null) {
            throw BusinessException.notFound("account");
        }
        return account;
    }

    @Override
    public ProfileView profile(long userId) {
        AccountView account = account(userId);
        return new ProfileView(
                userId, account.username(), account.email(), null, null, null, Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Override
    public ProfileView updateProfile(UpdateProfileCommand command) {
        command.check();
        return profile(command.userId());
    }

    @Override
    public void changePassword(ChangePasswordCommand command) {
        command.check();
        if (!passwords.get(command.userId()).equals(command.oldPassword())) {
            throw new BusinessException(ErrorCode.BAD_CREDENTIALS);
        }
        passwords.put(command.userId(), command.newPassword());
    }

    private void put(AccountView account) {
        accounts.put(account.userId(), account);
        passwords.put(account.userId(), PASSWORD);
    }

    private void ask() {
        if (away) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
    }
}
