package org.gomall.product.figures;

import java.util.TreeMap;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderPaid;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Counts sold pieces per product. The inbox row in the same transaction makes each order count once. */
@Component
class SoldPieces implements EventHandler<OrderPaid> {

    private final FiguresMapper figures;

    SoldPieces(FiguresMapper figures) {
        this.figures = figures;
    }

    @Override
    public String topic() {
        return Topics.ORDER;
    }

    @Override
    public Class<OrderPaid> type() {
        return OrderPaid.class;
    }

    @Override
    public String name() {
        return "product-sales";
    }

    @Override
    public void handle(OrderPaid event) {
        // In the order of their numbers, so that two orders with the same products do not wait for each other in a
        // circle.
        TreeMap<Long, Long> pieces = new TreeMap<>();
        event.lines().forEach(line -> pieces.merge(line.productId(), (long) line.quantity(), Long::sum));
        pieces.forEach(figures::addSales);
    }
}
