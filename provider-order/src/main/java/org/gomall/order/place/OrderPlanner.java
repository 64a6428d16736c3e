package org.gomall.order.place;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.OrderItemView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.order.ShopQuote;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.api.user.AddressKey;
import org.gomall.api.user.AddressKeys;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.api.user.OwnedAddress;
import org.gomall.order.orders.Notes;
import org.gomall.order.orders.OrderState;
import org.gomall.order.orders.OrderViews;
import org.gomall.order.orders.StoredItem;
import org.gomall.order.orders.StoredOrder;
import org.gomall.order.pricing.PricedPurchase;
import org.gomall.order.pricing.Pricing;
import org.gomall.order.purchase.PurchaseReader;
import org.gomall.order.settings.OrderSettings;
import org.gomall.platform.id.Ids;
import org.springframework.stereotype.Component;

/** Turns a wish to buy into the rows of its orders, at the server's own prices, or refuses it. */
@Component
class OrderPlanner {

    private final PurchaseReader purchases;
    private final AddressService addresses;
    private final OrderViews views;
    private final OrderSettings settings;
    private final Ids ids;
    private final Clock clock;

    OrderPlanner(
            PurchaseReader purchases,
            AddressService addresses,
            OrderViews views,
            OrderSettings settings,
            Ids ids,
            Clock clock) {
        this.purchases = purchases;
        this.addresses = addresses;
        this.views = views;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Plans the orders.
     *
     * @param databaseNow from it on the time to pay counts
     */
    OrderPlan plan(Wish wish, Instant databaseNow) {
        PlaceOrderCommand command = wish.command();
        List<PurchaseLine> lines = purchases.lines(command.userId(), command.items(), command.cart());
        return plan(
                wish,
                databaseNow,
                lines,
                purchases.snapshots(lines),
                () -> addresses.get(command.userId(), command.addressId()));
    }

    /** Where several purchases go; addresses that are not their buyers' are missing. */
    Addresses addresses(List<PlaceOrderCommand> commands) {
        List<AddressKey> keys = commands.stream().map(Addresses::key).distinct().toList();
        return new Addresses(addresses.ofOwners(new AddressKeys(keys)).stream()
                .collect(Collectors.toMap(OwnedAddress::key, OwnedAddress::address)));
    }

    /** Plans the orders from what is known already; only the numbers are new each time. */
    OrderPlan plan(
            Wish wish,
            Instant databaseNow,
            List<PurchaseLine> lines,
            Map<Long, SkuSnapshot> snapshots,
            Supplier<AddressView> whereTo) {
        PlaceOrderCommand command = wish.command();
        if (lines.isEmpty()) {
            throw new BusinessException(
                    ErrorCode.VALIDATION, "Nothing is selected in the cart", Map.of("cart", "has no selected line"));
        }
        for (PurchaseLine line : lines) {
            if (!PurchaseReader.isForSale(line, snapshots)) {
                throw new BusinessException(
                        ErrorCode.NOT_FOUND, "SKU not found", Map.of("skuId", Long.toString(line.skuId())));
            }
        }
        AddressView address = whereTo.get();
        PricedPurchase priced = Pricing.price(lines, snapshots, settings.shipping());
        if (command.expectedTotalCents() != null && command.expectedTotalCents() != priced.totalCents()) {
            throw new BusinessException(
                    ErrorCode.TOTAL_CHANGED,
                    ErrorCode.TOTAL_CHANGED.defaultMessage(),
                    Map.of("totalCents", priced.totalCents()));
        }
        return rows(command, wish.requestHash(), databaseNow, address, priced);
    }

    private OrderPlan rows(
            PlaceOrderCommand command,
            String requestHash,
            Instant databaseNow,
            AddressView address,
            PricedPurchase priced) {
        long orderSetId = ids.next();
        Instant now = Times.micros(clock.instant());
        Instant expiresAt = Times.micros(databaseNow.plus(settings.payTimeout()));
        List<StoredOrder> orders = new ArrayList<>();
        List<StoredItem> items = new ArrayList<>();
        for (ShopQuote shop : priced.shops()) {
            long orderId = ids.next();
            orders.add(order(orderId, orderSetId, command, shop, address, now, expiresAt));
            int lineNo = 1;
            for (OrderItemView item : shop.items()) {
                items.add(item(orderId, lineNo++, item));
            }
        }
        return new OrderPlan(
                orderSetId,
                command.userId(),
                command.idempotencyKey(),
                requestHash,
                command.cart(),
                priced.totalCents(),
                now,
                orders,
                items);
    }

    private static StoredOrder order(
            long orderId,
            long orderSetId,
            PlaceOrderCommand command,
            ShopQuote shop,
            AddressView address,
            Instant createdAt,
            Instant expiresAt) {
        return new StoredOrder(
                orderId,
                orderSetId,
                command.userId(),
                shop.shopId(),
                OrderState.PLACING,
                shop.itemsCents(),
                shop.shippingCents(),
                shop.discountCents(),
                shop.totalCents(),
                address.receiver(),
                address.phone(),
                address.province(),
                address.city(),
                address.district(),
                address.street(),
                address.zip(),
                Notes.tidy(command.note()),
                null,
                null,
                null,
                null,
                createdAt,
                expiresAt,
                0);
    }

    private StoredItem item(long orderId, int lineNo, OrderItemView item) {
        return new StoredItem(
                orderId,
                item.skuId(),
                lineNo,
                item.productId(),
                item.productName(),
                item.productNameZh(),
                item.image(),
                views.specs(item.specs()),
                item.priceCents(),
                item.quantity(),
                item.totalCents());
    }
}
