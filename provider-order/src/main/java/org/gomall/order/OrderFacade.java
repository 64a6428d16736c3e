package org.gomall.order;

import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Page;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PlacedOrders;
import org.gomall.api.order.UpdateOrderCommand;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.order.cancel.Cancelling;
import org.gomall.order.orders.OrderDesk;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.place.Placing;

/** The Dubbo face of orders for shoppers; the work is done by the features. */
@DubboService(timeout = 3000)
class OrderFacade implements OrderService {

    private final Placing placing;
    private final Cancelling cancelling;
    private final OrderReader reader;
    private final OrderDesk desk;
    private final AddressService addresses;

    OrderFacade(Placing placing, Cancelling cancelling, OrderReader reader, OrderDesk desk, AddressService addresses) {
        this.placing = placing;
        this.cancelling = cancelling;
        this.reader = reader;
        this.desk = desk;
        this.addresses = addresses;
    }

    @Override
    public Replayable<PlacedOrders> place(PlaceOrderCommand command) {
        return placing.place(command);
    }

    @Override
    public Page<OrderView> list(OrderQuery query) {
        return reader.pageOfUser(query);
    }

    @Override
    public OrderView get(long userId, long orderId) {
        return reader.view(reader.ofUser(userId, orderId));
    }

    @Override
    public OrderView update(UpdateOrderCommand command) {
        // Whose order it is comes first: somebody else's order must not even tell that an address exists.
        reader.ofUser(command.userId(), command.orderId());
        AddressView address = command.addressId() == null ? null : addresses.get(command.userId(), command.addressId());
        return desk.update(command, address);
    }

    @Override
    public OrderView cancel(long userId, long orderId) {
        return cancelling.byUser(userId, orderId);
    }

    @Override
    public OrderView receive(long userId, long orderId) {
        return desk.receive(userId, orderId);
    }
}
