package org.gomall.user.directory;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.common.PageLimits;
import org.gomall.api.common.Topics;
import org.gomall.api.user.BanCommand;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.SetRolesCommand;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserQuery;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.gomall.platform.messaging.Outbox;
import org.gomall.user.role.Admins;
import org.gomall.user.role.UserRoles;
import org.springframework.transaction.annotation.Transactional;

/** What admins do with users. */
@DubboService
class Directory implements UserDirectoryService {

    private final DirectoryMapper users;
    private final UserRoles roles;
    private final Admins admins;
    private final Outbox outbox;
    private final Clock clock;

    Directory(DirectoryMapper users, UserRoles roles, Admins admins, Outbox outbox, Clock clock) {
        this.users = users;
        this.roles = roles;
        this.admins = admins;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Page<UserView> list(UserQuery query) {
        admins.require(query.actor());
        String prefix = prefix(query.text());
        long offset = (query.page() - 1L) * query.size();
        long most = PageLimits.mostCounted(query.page(), query.size());
        List<UserView> found = users.list(prefix, query.status(), query.size(), offset, most).stream()
                .map(this::view)
                .toList();
        return new Page<>(found, query.page(), query.size(), users.count(prefix, query.status(), most));
    }

    @Override
    public UserView get(ActingUser actor, long userId) {
        admins.require(actor);
        return view(userId);
    }

    @Override
    public UserView named(ActingUser actor, String nameOrEmail) {
        admins.require(actor);
        DirectoryMapper.Entry user = users.named(nameOrEmail.strip().toLowerCase(Locale.ROOT));
        if (user == null) {
            throw notFound();
        }
        return view(user);
    }

    @Override
    @Transactional
    public UserView setRoles(SetRolesCommand command) {
        admins.enter(command.actor());
        UserStatus status = users.lock(command.userId());
        if (status == null || status == UserStatus.CLOSED) {
            throw notFound();
        }
        Set<String> wanted = new TreeSet<>(command.roles());
        wanted.add(UserRoles.USER);
        List<String> unknown = roles.unknown(wanted);
        Check.fields()
                .that(unknown.isEmpty(), "roles", "has no such role: " + String.join(" ", unknown))
                .orRefuse();
        Set<String> before = new TreeSet<>(roles.of(command.userId()).roles());
        if (before.contains(Admins.ADMIN) && !wanted.contains(Admins.ADMIN)) {
            admins.keepAnotherThan(command.userId());
        }
        if (!before.equals(wanted)) {
            before.stream()
                    .filter(role -> !wanted.contains(role))
                    .forEach(role -> roles.revoke(command.userId(), role));
            wanted.forEach(role -> roles.grant(command.userId(), role, clock.instant()));
            publish(
                    command.actor(),
                    "user.roles",
                    command.userId(),
                    Map.of("before", String.join(" ", before), "after", String.join(" ", wanted)));
        }
        return view(command.userId());
    }

    @Override
    @Transactional
    public UserView ban(BanCommand command) {
        admins.enter(command.actor());
        if (command.actor().userId() == command.userId()) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "Nobody bans themselves");
        }
        admins.keepAnotherThan(command.userId());
        change(command.userId(), UserStatus.ACTIVE, UserStatus.BANNED);
        publish(command.actor(), "user.ban", command.userId(), Map.of("reason", command.reason()));
        return view(command.userId());
    }

    @Override
    @Transactional
    public UserView unban(ActingUser actor, long userId) {
        admins.enter(actor);
        change(userId, UserStatus.BANNED, UserStatus.ACTIVE);
        publish(actor, "user.unban", userId, Map.of());
        return view(userId);
    }

    private void change(long userId, UserStatus from, UserStatus to) {
        if (users.change(userId, from, to, clock.instant()) == 0) {
            DirectoryMapper.Entry user = users.get(userId);
            throw user == null || user.status() == UserStatus.CLOSED
                    ? notFound()
                    : new BusinessException(ErrorCode.ILLEGAL_STATE, "The account is " + user.status());
        }
    }

    private void publish(ActingUser actor, String action, long userId, Map<String, String> details) {
        outbox.publish(Topics.AUDIT, PrivilegedAct.of(actor, action, "user:" + userId, details, clock.instant()));
    }

    private UserView view(long userId) {
        DirectoryMapper.Entry user = users.get(userId);
        if (user == null) {
            throw notFound();
        }
        return view(user);
    }

    private UserView view(DirectoryMapper.Entry user) {
        UserRoles.Granted granted = roles.of(user.userId());
        return new UserView(
                user.userId(),
                user.username(),
                user.email(),
                user.nickname(),
                user.status(),
                granted.roles(),
                granted.permissions(),
                user.createdAt());
    }

    /** What the keys of names and addresses begin with; % and _ mean themselves. */
    private static String prefix(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String literal = text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return literal + "%";
    }

    private static BusinessException notFound() {
        return BusinessException.notFound("user");
    }
}
