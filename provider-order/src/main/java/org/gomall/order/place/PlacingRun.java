package org.gomall.order.place;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.order.settings.OrderSettings;
import org.gomall.platform.seata.GlobalTransactions;
import org.springframework.stereotype.Component;

/** Runs the transaction of one purchase, or of several that share it. */
@Component
class PlacingRun {

    private final PlacingTransaction transaction;
    private final OpenPurchases purchases;
    private final OrderSettings settings;

    PlacingRun(PlacingTransaction transaction, OpenPurchases purchases, OrderSettings settings) {
        this.transaction = transaction;
        this.purchases = purchases;
        this.settings = settings;
    }

    /**
     * Places all or none.
     *
     * @throws BusinessException why none was placed: all is undone, or will be
     */
    Ending run(List<OrderPlan> plans) {
        purchases.begin(plans);
        try {
            boolean committed = commits(plans);
            if (purchases.areConfirmed(plans)) {
                return Ending.VISIBLE;
            }
            return committed ? Ending.COMMITTED : Ending.UNKNOWN;
        } finally {
            purchases.end(plans);
        }
    }

    /** False when the coordinator did not say. */
    private boolean commits(List<OrderPlan> plans) {
        try {
            if (settings.transactionsOn()) {
                GlobalTransactions.call(() -> {
                    transaction.run(plans);
                    return null;
                });
            } else {
                transaction.runWithout(plans);
            }
            return true;
        } catch (BusinessException e) {
            if (e.error() != ErrorCode.TIMEOUT) {
                throw e;
            }
            return false;
        }
    }
}
