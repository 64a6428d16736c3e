package org.gomall.order.leaving;

import org.gomall.api.common.Topics;
import org.gomall.api.user.AccountClosed;
import org.gomall.platform.cells.Cells;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Somebody has left: orders stay as figures, and nothing in them leads back to the person. */
@Component
class AccountClosedHandler implements EventHandler<AccountClosed> {

    private final Leaving leaving;
    private final LeavingMapper orders;
    private final Cells cells;

    AccountClosedHandler(Leaving leaving, LeavingMapper orders, Cells cells) {
        this.leaving = leaving;
        this.orders = orders;
        this.cells = cells;
    }

    @Override
    public String topic() {
        return Topics.USER;
    }

    @Override
    public Class<AccountClosed> type() {
        return AccountClosed.class;
    }

    /** Cancelling is a global transaction of its own; every step may be repeated. */
    @Override
    public boolean transactional() {
        return false;
    }

    /** A user's rows are all in one cell. */
    @Override
    public boolean concerns(AccountClosed event) {
        return cells.keepUser(event.userId());
    }

    @Override
    public void handle(AccountClosed event) {
        leaving.cancelUnpaid(event.userId());
        orders.anonymise(event.userId());
        orders.forgetReasons(event.userId());
        orders.deleteCart(event.userId());
        if (orders.underWay(event.userId())) {
            throw new IllegalStateException("user " + event.userId() + " has left, but an order is just under way");
        }
    }
}
