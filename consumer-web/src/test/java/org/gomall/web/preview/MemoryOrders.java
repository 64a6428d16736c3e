package org.gomall.web.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.CancelUnpaidCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderAddress;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PlacedOrders;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.order.RefundRequestView;
import org.gomall.api.order.ShipCommand;
import org.gomall.api.order.ShopQuote;
import org.gomall.api.order.UpdateOrderCommand;
import org.gomall.api.user.AddressView;

/** Orders of one shopper, alice, placed over {@link MemoryCarts}. */
class MemoryOrders implements OrderService, MerchantOrderService {

    /** As if nothing could be ordered. */
    boolean away;

    /** How long new orders wait for their payment. */
    Duration timeToPay = Duration.ofMinutes(30);

    static final long ALICE = 1001;

    private final MemoryCarts carts;
    private final MemoryAddresses addresses;
    private final Map<Long, OrderView> orders = new TreeMap<>();
    private final Map<String, PlacedOrders> placed = new HashMap<>();
    private final AtomicLong ids = new AtomicLong(7_301_444_402_933_760L);

    MemoryOrders(MemoryCarts carts, MemoryAddresses addresses) {
        this.carts = carts;
        this.addresses = addresses;
    }

    @Override
    public Replayable<PlacedOrders> place(PlaceOrderCommand command) {
        if (away) {
            throw new BusinessException(ErrorCode.UNAVAILABLE, "away", Map.of("retryAfterSeconds", 3));
        }
        command.check();
        if (placed.containsKey(command.idempotencyKey())) {
            return Replayable.again(placed.get(command.idempotencyKey()));
        }
        List<PurchaseLine> lines = carts.lines(command.userId(), command.items());
        List<ShopQuote> quotes = carts.quotes(lines);
        long total = quotes.stream().mapToLong(ShopQuote::totalCents).sum();
        if (command.expectedTotalCents() != null && command.expectedTotalCents() != total) {
            throw new BusinessException(ErrorCode.TOTAL_CHANGED, "changed", Map.of("totalCents", total));
        }
        AddressView to = addresses.get(command.userId(), command.addressId());
        List<OrderView> created =
                quotes.stream().map(quote -> order(quote, to, command.note())).toList();
        if (command.cart()) {
            lines.forEach(line -> carts.remove(CartOwner.user(command.userId()), line.skuId()));
        }
        placed.put(command.idempotencyKey(), new PlacedOrders(created, total));
        return Replayable.first(placed.get(command.idempotencyKey()));
    }

    private OrderView order(ShopQuote quote, AddressView to, String note) {
        Instant now = Instant.now();
        OrderView order = new OrderView(
                ids.addAndGet(4097),
                quote.shopId(),
                OrderStatus.CREATED,
                quote.itemsCents(),
                quote.shippingCents(),
                quote.discountCents(),
                quote.totalCents(),
                quote.items(),
                copy(to),
                note,
                now,
                now.plus(timeToPay),
                null,
                null,
                null,
                List.of(new OrderHistoryEntry(null, OrderStatus.CREATED, now, "USER", null)),
                0,
                List.of());
        orders.put(order.orderId(), order);
        return order;
    }

    OrderView step(long orderId, OrderStatus to, String by, CancelReason reason, String carrier, String trackingNo) {
        OrderView o = find(orderId);
        if (!o.status().canTransitionTo(to)) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE);
        }
        List<OrderHistoryEntry> history = new ArrayList<>(o.history());
        history.add(new OrderHistoryEntry(o.status(), to, Instant.now(), by, null));
        OrderView next = new OrderView(
                o.orderId(),
                o.shopId(),
                to,
                o.itemsCents(),
                o.shippingCents(),
                o.discountCents(),
                o.totalCents(),
                o.items(),
                o.address(),
                o.note(),
                o.createdAt(),
                null,
                reason,
                carrier == null ? o.carrier() : carrier,
                trackingNo == null ? o.trackingNo() : trackingNo,
                history,
                to == OrderStatus.REFUNDED ? o.totalCents() : 0,
                o.refunds());
        orders.put(orderId, next);
        return next;
    }

    /** A refund request of an order, new or changed. */
    void refund(RefundRequestView refund) {
        OrderView o = find(refund.orderId());
        List<RefundRequestView> refunds = new ArrayList<>(o.refunds());
        refunds.removeIf(known -> known.refundId() == refund.refundId());
        refunds.add(refund);
        orders.put(
                o.orderId(),
                new OrderView(
                        o.orderId(),
                        o.shopId(),
                        o.status(),
                        o.itemsCents(),
                        o.shippingCents(),
                        o.discountCents(),
                        o.totalCents(),
                        o.items(),
                        o.address(),
                        o.note(),
                        o.createdAt(),
                        o.expiresAt(),
                        o.cancelReason(),
                        o.carrier(),
                        o.trackingNo(),
                        o.history(),
                        o.refundedCents(),
                        refunds));
    }

    OrderView find(long orderId) {
        OrderView order = orders.get(orderId);
        if (order == null) {
            throw BusinessException.notFound("order");
        }
        return order;
    }

    @Override
    public Page<OrderView> list(OrderQuery query) {
        List<OrderView> all = orders.values().stream()
                .filter(order -> query.ownerId() == ALICE || query.ownerId() == order.shopId())
                .filter(order -> query.status() == null || query.status() == order.status())
                .sorted((a, b) -> Long.compare(b.orderId(), a.orderId()))
                .toList();
        int from = Math.min(all.size(), (query.page() - 1) * query.size());
        return new Page<>(
                all.subList(from, Math.min(all.size(), from + query.size())), query.page(), query.size(), all.size());
    }

    /** By user, or by shop for the merchant: the two interfaces have the same method. */
    @Override
    public OrderView get(long ownerId, long orderId) {
        OrderView order = find(orderId);
        if (ownerId != ALICE && ownerId != order.shopId()) {
            throw BusinessException.notFound("order");
        }
        return order;
    }

    @Override
    public OrderView update(UpdateOrderCommand command) {
        command.check();
        OrderView o = get(command.userId(), command.orderId());
        AddressView to = command.addressId() == null ? null : addresses.get(command.userId(), command.addressId());
        if (o.status() != OrderStatus.CREATED && o.status() != OrderStatus.PAID) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE);
        }
        OrderView changed = new OrderView(
                o.orderId(),
                o.shopId(),
                o.status(),
                o.itemsCents(),
                o.shippingCents(),
                o.discountCents(),
                o.totalCents(),
                o.items(),
                to == null ? o.address() : copy(to),
                command.note() == null ? o.note() : command.note().isBlank() ? null : command.note(),
                o.createdAt(),
                o.expiresAt(),
                o.cancelReason(),
                o.carrier(),
                o.trackingNo(),
                o.history(),
                o.refundedCents(),
                o.refunds());
        orders.put(o.orderId(), changed);
        return changed;
    }

    private static OrderAddress copy(AddressView to) {
        return new OrderAddress(
                to.receiver(), to.phone(), to.province(), to.city(), to.district(), to.street(), to.zip());
    }

    @Override
    public OrderView cancel(long userId, long orderId) {
        get(userId, orderId);
        return step(orderId, OrderStatus.CANCELLED, "USER", CancelReason.USER, null, null);
    }

    @Override
    public OrderView receive(long userId, long orderId) {
        get(userId, orderId);
        return step(orderId, OrderStatus.RECEIVED, "USER", null, null, null);
    }

    @Override
    public OrderView cancel(CancelUnpaidCommand command) {
        get(command.shopId(), command.orderId());
        return step(command.orderId(), OrderStatus.CANCELLED, "MERCHANT", CancelReason.MERCHANT, null, null);
    }

    @Override
    public OrderView ship(ShipCommand command) {
        get(command.shopId(), command.orderId());
        return step(command.orderId(), OrderStatus.SHIPPED, "MERCHANT", null, command.carrier(), command.trackingNo());
    }
}
