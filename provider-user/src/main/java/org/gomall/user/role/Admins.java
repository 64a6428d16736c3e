package org.gomall.user.role;

import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.LeavingObstacle;
import org.springframework.stereotype.Component;

/**
 * Decides once more, next to the data, whether somebody may do what only admins do: they are ACTIVE and have the role
 * ADMIN in this very moment. The web decides by path and pattern before; this rule is simple on purpose, so that a mistake
 * there, or a caller who is not the web, opens nothing (docs/adr/0004).
 */
@Component
public class Admins {

    /** The role. */
    public static final String ADMIN = "ADMIN";

    private final AdminMapper mapper;

    Admins(AdminMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * For looking.
     *
     * @throws BusinessException NO_PERMISSION
     */
    public void require(ActingUser actor) throws BusinessException {
        if (actor == null || !mapper.isActiveAdmin(actor.userId())) {
            throw new BusinessException(ErrorCode.NO_PERMISSION);
        }
    }

    /**
     * For acting, at the beginning of the act's transaction. Acts of admins then run one after the other, so that of two
     * admins who take the role from each other in the same moment only the first one succeeds.
     *
     * @throws BusinessException NO_PERMISSION
     */
    public void enter(ActingUser actor) throws BusinessException {
        mapper.lockAdminRole();
        require(actor);
    }

    /**
     * For what the people on call may do as well as admins.
     *
     * @throws BusinessException NO_PERMISSION unless they are ACTIVE and have the role ADMIN or OPS
     */
    public void requireOps(ActingUser actor) throws BusinessException {
        if (actor == null || !(mapper.isActiveOps(actor.userId()) || mapper.isActiveAdmin(actor.userId()))) {
            throw new BusinessException(ErrorCode.NO_PERMISSION);
        }
    }

    /** Whether nobody else could administer the mall; for looking. */
    public boolean isLast(long userId) {
        return mapper.isActiveAdmin(userId) && mapper.otherActiveAdmins(userId) == 0;
    }

    /**
     * Refuses to lose the last active admin, in the transaction that would; fine for everybody who is none.
     *
     * @throws BusinessException ILLEGAL_STATE with LAST_ADMIN as {@code reason}
     */
    public void keepAnotherThan(long userId) throws BusinessException {
        if (!mapper.isActiveAdmin(userId)) {
            return;
        }
        mapper.lockAdminRole();
        if (mapper.otherActiveAdmins(userId) == 0) {
            throw new BusinessException(
                    ErrorCode.ILLEGAL_STATE,
                    "This is the last active admin; make somebody else one first",
                    Map.of("reason", LeavingObstacle.LAST_ADMIN.name()));
        }
    }
}
