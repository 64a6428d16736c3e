package org.gomall.order;

import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Page;
import org.gomall.api.order.CancelUnpaidCommand;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.ShipCommand;
import org.gomall.order.cancel.Cancelling;
import org.gomall.order.orders.OrderDesk;
import org.gomall.order.orders.OrderReader;

/** The Dubbo face of orders for shops; the work is done by the features. */
@DubboService(timeout = 3000)
class MerchantOrderFacade implements MerchantOrderService {

    private final OrderReader reader;
    private final OrderDesk desk;
    private final Cancelling cancelling;

    MerchantOrderFacade(OrderReader reader, OrderDesk desk, Cancelling cancelling) {
        this.reader = reader;
        this.desk = desk;
        this.cancelling = cancelling;
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

    @Override
    public OrderView cancel(CancelUnpaidCommand command) {
        return cancelling.byShop(command);
    }
}
