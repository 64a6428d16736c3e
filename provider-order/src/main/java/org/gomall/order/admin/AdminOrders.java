package org.gomall.order.admin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.order.AdminCancelCommand;
import org.gomall.api.order.AdminOrderQuery;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.AdminOrderView;
import org.gomall.order.cancel.Cancelling;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.StoredOrder;

/** The Dubbo face of orders for admins. */
@DubboService(timeout = 3000)
class AdminOrders implements AdminOrderService {

    private final AdminOrderMapper orders;
    private final OrderReader reader;
    private final Cancelling cancelling;

    AdminOrders(AdminOrderMapper orders, OrderReader reader, Cancelling cancelling) {
        this.orders = orders;
        this.reader = reader;
        this.cancelling = cancelling;
    }

    @Override
    public Page<AdminOrderView> list(AdminOrderQuery query) {
        OrderSearch search = OrderSearch.of(query);
        long total = orders.count(search);
        List<Long> found = search.offset() >= total ? List.of() : orders.page(search);
        return new Page<>(views(found), query.page(), query.size(), total);
    }

    @Override
    public AdminOrderView get(long orderId) {
        StoredOrder order = reader.any(orderId).orElseThrow(() -> BusinessException.notFound("Order"));
        return CareView.of(order, reader.view(order));
    }

    @Override
    public AdminOrderView cancel(AdminCancelCommand command) {
        cancelling.byAdmin(command);
        return get(command.orderId());
    }

    private List<AdminOrderView> views(List<Long> orderIds) {
        List<StoredOrder> found = reader.any(orderIds);
        Map<Long, StoredOrder> byId =
                found.stream().collect(Collectors.toMap(StoredOrder::orderId, Function.identity()));
        return reader.views(found).stream()
                .map(view -> CareView.of(byId.get(view.orderId()), view))
                .toList();
    }
}
