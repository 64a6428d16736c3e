package org.gomall.order.place;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.seata.spring.annotation.GlobalTransactional;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.StockReservationService;
import org.gomall.order.settings.OrderSettings;
import org.springframework.stereotype.Component;

/**
 * Orders and their stock, of one purchase or of several: all or nothing. In a bean of its own, because its callers need the proxy
 * around it.
 */
@Component
class PlacingTransaction {

    private final PlaceOrdersBranch orders;
    private final PlacedRows rows;
    private final StockReservationService stock;
    private final OrderSettings settings;

    PlacingTransaction(
            PlaceOrdersBranch orders, PlacedRows rows, StockReservationService stock, OrderSettings settings) {
        this.orders = orders;
        this.rows = rows;
        this.stock = stock;
        this.settings = settings;
    }

    /** In one global transaction; any exception undoes all of it, so none may be swallowed here. */
    @GlobalTransactional(name = "place-orders")
    public void run(List<OrderPlan> plans) {
        orders.place(OrderPlan.ids(plans), OrderPlan.cartIds(plans), plans);
        reserve(plans);
        failOnPurpose();
    }

    /** The same steps without a global transaction: what the control run is there to show. */
    public void runWithout(List<OrderPlan> plans) {
        rows.insert(plans);
        reserve(plans);
        failOnPurpose();
        rows.confirm(OrderPlan.ids(plans), OrderPlan.cartIds(plans));
    }

    private void reserve(List<OrderPlan> plans) {
        try {
            stock.reserve(OrderPlan.reservation(plans));
        } catch (BusinessException e) {
            // Without an answer in time: whatever stock did is undone, so the outcome is known.
            throw e.error() == ErrorCode.TIMEOUT
                    ? new BusinessException(
                            ErrorCode.UNAVAILABLE,
                            ErrorCode.UNAVAILABLE.defaultMessage(),
                            Map.of("retryAfterSeconds", 3))
                    : e;
        }
    }

    private void failOnPurpose() {
        if (ThreadLocalRandom.current().nextInt(100) < settings.failAfterReservePercent()) {
            throw new IllegalStateException("gomall.order.fail-after-reserve is switched on");
        }
    }
}
