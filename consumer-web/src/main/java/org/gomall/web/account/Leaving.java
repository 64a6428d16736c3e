package org.gomall.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.LeavingOrderService;
import org.gomall.api.user.LeaveCommand;
import org.gomall.api.user.LeavingObstacle;
import org.gomall.api.user.LeavingService;
import org.gomall.web.session.CurrentUser;
import org.gomall.web.session.Sessions;
import org.springframework.stereotype.Component;

/** Closing an account, for the API and the page alike: first the password, then the orders, then the person. */
@Component
class Leaving {

    private final LeavingService people;
    private final LeavingOrderService orders;
    private final Sessions sessions;

    Leaving(LeavingService people, LeavingOrderService orders, Sessions sessions) {
        this.people = people;
        this.orders = orders;
        this.sessions = sessions;
    }

    /** What keeps the user here; empty lists when nothing does. */
    record Obstacles(List<Long> orderIds, List<LeavingObstacle> others) {}

    Obstacles obstacles(CurrentUser user) {
        return new Obstacles(orders.open(user.userId()), people.obstacles(user.userId()));
    }

    /**
     * Leaves for good. A wrong password changes nothing; unpaid orders are cancelled; every session ends at once.
     *
     * @throws BusinessException BAD_CREDENTIALS; RATE_LIMITED; ILLEGAL_STATE with {@code reason} and {@code orderIds}
     */
    void leave(CurrentUser user, String password, HttpServletRequest request, HttpServletResponse response)
            throws BusinessException {
        LeaveCommand command = new LeaveCommand(user.userId(), password);
        people.check(command);
        orders.settle(user.userId());
        people.close(command);
        sessions.endAll(request, response, user);
    }
}
