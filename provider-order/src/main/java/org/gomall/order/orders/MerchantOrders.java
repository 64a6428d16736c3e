package org.gomall.order.orders;

import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Page;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.ShipCommand;

/** The Dubbo face of orders for shops. */
@DubboService
class MerchantOrders implements MerchantOrderService {

    private final OrderReader reader;
    private final OrderDesk desk;

    MerchantOrders(OrderReader reader, OrderDesk desk) {
        this.reader = reader;
        this.desk = desk;
    }

    @Override
    public Page<OrderView> list(OrderQuery query) {
        return reader.pageOfShop(query);
    }

    @Override
    public OrderView get(long shopId, long orderId) {
        return reader.view(reader.ofShop(shopId, orderId));
    }

    @Override
    public OrderView ship(ShipCommand command) {
        return desk.ship(command);
    }
}
