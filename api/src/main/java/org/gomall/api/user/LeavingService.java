package org.gomall.api.user;

import java.util.List;
import org.gomall.api.common.BusinessException;

/** Closing an account for good. Orders are not looked at here: see {@code LeavingOrderService}. */
public interface LeavingService {

    /** What keeps a user from leaving, as far as the account knows. Safe to repeat. */
    List<LeavingObstacle> obstacles(long userId) throws BusinessException;

    /**
     * Checks whether {@link #close} would work now; changes nothing.
     *
     * @throws BusinessException as {@link #close}
     */
    void check(LeaveCommand command) throws BusinessException;

    /**
     * Closes the account: whatever leads to the person is removed, name and e-mail are free for others, and
     * {@link AccountClosed} tells the other services. There is no way back.
     *
     * <p>Not idempotent: the second call finds no account (BAD_CREDENTIALS).
     *
     * @throws BusinessException BAD_CREDENTIALS when the password is wrong, counted like a failed login; RATE_LIMITED with
     *     {@code retryAfterSeconds}; ILLEGAL_STATE with the {@link LeavingObstacle} as {@code reason}
     */
    void close(LeaveCommand command) throws BusinessException;
}
