package org.gomall.user.role;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.RoleView;
import org.gomall.api.user.SaveRoleCommand;
import org.gomall.platform.messaging.Outbox;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Roles. */
@DubboService
class Roles implements RoleService {

    /** Without these nobody could put anything right again. */
    private static final List<String> KEPT_BY_ADMIN = List.of("*:/api/admin(/.*)?", "*:/admin(/.*)?");

    private final RoleMapper mapper;
    private final Admins admins;
    private final Outbox outbox;
    private final Clock clock;

    Roles(RoleMapper mapper, Admins admins, Outbox outbox, Clock clock) {
        this.mapper = mapper;
        this.admins = admins;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<RoleView> roles() {
        return views(mapper.patterns());
    }

    @Override
    public RoleView role(String role) {
        return views(mapper.patternsOfRole(role)).stream().findFirst().orElseThrow(Roles::notFound);
    }

    @Override
    @Transactional
    public RoleView create(SaveRoleCommand command) {
        admins.enter(command.actor());
        RolePatterns.check(command.permissions());
        Instant now = clock.instant();
        try {
            mapper.insert(command.role(), now);
        } catch (DuplicateKeyException taken) {
            throw new BusinessException(
                    ErrorCode.CONFLICT, "There is such a role already", Map.of("role", "is already taken"));
        }
        permit(command);
        publish(command.actor(), "role.create", command.role(), Map.of("permissions", text(command)), now);
        return role(command.role());
    }

    @Override
    @Transactional
    public RoleView replace(SaveRoleCommand command) {
        admins.enter(command.actor());
        RolePatterns.check(command.permissions());
        if (mapper.lock(command.role()) == null) {
            throw notFound();
        }
        if (command.role().equals(Admins.ADMIN) && !command.permissions().containsAll(KEPT_BY_ADMIN)) {
            throw new BusinessException(
                    ErrorCode.ILLEGAL_STATE, "ADMIN has to keep " + String.join(" and ", KEPT_BY_ADMIN));
        }
        String before = String.join(" ", role(command.role()).permissions());
        mapper.permitNothing(command.role());
        permit(command);
        publish(
                command.actor(),
                "role.change",
                command.role(),
                Map.of("before", before, "after", text(command)),
                clock.instant());
        return role(command.role());
    }

    @Override
    @Transactional
    public void delete(ActingUser actor, String role) {
        admins.enter(actor);
        if (mapper.lock(role) == null) {
            throw notFound();
        }
        RoleView doomed = role(role);
        if (doomed.builtIn()) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "A built-in role cannot be deleted");
        }
        long holders = mapper.holders(role);
        if (holders > 0) {
            throw new BusinessException(
                    ErrorCode.CONFLICT, "Somebody has this role; take it from them first", Map.of("users", holders));
        }
        mapper.permitNothing(role);
        mapper.delete(role);
        publish(
                actor,
                "role.delete",
                role,
                Map.of("permissions", String.join(" ", doomed.permissions())),
                clock.instant());
    }

    private void permit(SaveRoleCommand command) {
        new LinkedHashSet<>(command.permissions()).forEach(pattern -> mapper.permit(command.role(), pattern));
    }

    private void publish(ActingUser actor, String action, String role, Map<String, String> details, Instant at) {
        outbox.publish(Topics.AUDIT, PrivilegedAct.of(actor, action, "role:" + role, details, at));
    }

    private static String text(SaveRoleCommand command) {
        return String.join(" ", command.permissions());
    }

    private static List<RoleView> views(List<RoleMapper.RolePattern> rows) {
        Map<String, RoleView> roles = new LinkedHashMap<>();
        for (RoleMapper.RolePattern row : rows) {
            RoleView role =
                    roles.computeIfAbsent(row.role(), name -> new RoleView(name, row.builtIn(), new ArrayList<>()));
            if (row.pattern() != null) {
                role.permissions().add(row.pattern());
            }
        }
        return new ArrayList<>(roles.values());
    }

    private static BusinessException notFound() {
        return BusinessException.notFound("role");
    }
}
