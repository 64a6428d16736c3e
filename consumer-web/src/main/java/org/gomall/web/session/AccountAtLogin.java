package org.gomall.web.session;

import cn.dev33.satoken.session.SaSession;
import java.util.List;
import java.util.Optional;
import org.gomall.api.user.AccountView;

/** What Sa-Token's session holds: the account as it was at the login, for times when provider-user is away. */
final class AccountAtLogin {

    private static final String RIGHTS_VERSION = "rightsVersion";
    private static final String LIST_SEPARATOR = "\n";

    private AccountAtLogin() {}

    static void write(SaSession session, AccountView account, long rightsVersion) {
        session.set(RIGHTS_VERSION, rightsVersion)
                .set("userId", account.userId())
                .set("username", account.username())
                .set("email", account.email())
                .set("roles", String.join(LIST_SEPARATOR, account.roles()))
                .set("permissions", String.join(LIST_SEPARATOR, account.permissions()));
    }

    /** The account, unless somebody's rights have changed since; the session may be null. */
    static Optional<AccountView> read(SaSession session, long rightsVersion) {
        return Optional.ofNullable(session)
                .filter(known -> known.getLong(RIGHTS_VERSION) == rightsVersion)
                .map(known -> new AccountView(
                        known.getLong("userId"),
                        known.getString("username"),
                        known.getString("email"),
                        List.of(known.getString("roles").split(LIST_SEPARATOR)),
                        List.of(known.getString("permissions").split(LIST_SEPARATOR))));
    }
}
