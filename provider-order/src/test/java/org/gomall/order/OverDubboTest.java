package org.gomall.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Replayable;
import org.gomall.api.ops.ReconciliationService;
import org.gomall.api.ops.TransactionService;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CheckoutCommand;
import org.gomall.api.order.CheckoutService;
import org.gomall.api.order.LeavingOrderService;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.MarkPaidOutcome.Result;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderPaid;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderRefunded;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderStatusChanged;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.OrdersCreated;
import org.gomall.api.order.OrdersTimeoutDue;
import org.gomall.api.order.PaymentRefused;
import org.gomall.api.order.PlacedOrders;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.order.RefundApproved;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.SalesService;
import org.gomall.api.order.ShipCommand;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.gomall.platform.test.WireFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The services as other processes call them: over the Dubbo protocol. */
@OrderTest
class OverDubboTest {

    @Autowired
    ApplicationModel application;

    @Autowired
    Shop shop;

    @Test
    void an_order_lives_its_whole_life_over_the_wire() {
        OrderService orders = remote(OrderService.class);
        MerchantOrderService merchant = remote(MerchantOrderService.class);
        long user = shop.user();
        long shopId = shop.number();
        long sku = shop.sku(shopId, 500, 5);

        Replayable<PlacedOrders> placed = orders.place(shop.buy(user, "k", List.of(new PurchaseLine(sku, 2))));
        OrderView order = placed.value().orders().get(0);
        assertThat(remote(OrderPaymentService.class)
                        .markPaid(new MarkPaidCommand(
                                shop.number(), List.of(new OrderAmount(order.orderId(), order.totalCents()))))
                        .get(0)
                        .result())
                .isEqualTo(Result.PAID);
        merchant.ship(new ShipCommand(shopId, order.orderId(), "SF", "SF123", Shop.MERCHANT));

        assertThat(orders.receive(user, order.orderId()).status()).isEqualTo(OrderStatus.RECEIVED);
        assertThat(orders.list(new OrderQuery(user, null, 1, 20)).total()).isEqualTo(1);
    }

    @Test
    void refusals_arrive_as_themselves() {
        OrderService orders = remote(OrderService.class);
        long user = shop.user();
        long sku = shop.sku(1, 500, 1);

        BusinessException outOfStock = Shop.refused(ErrorCode.OUT_OF_STOCK, () -> orders.place(shop.buy(user, sku, 2)));
        assertThat(outOfStock.details()).containsEntry("available", 1);
        Shop.refused(ErrorCode.VALIDATION, () -> orders.place(shop.buy(user, sku, 0)));
        Shop.refused(ErrorCode.VALIDATION, () -> orders.place(shop.buy(user, sku, Integer.MAX_VALUE)));
        Shop.refused(
                ErrorCode.IDEMPOTENCY_KEY_MISSING,
                () -> orders.place(shop.buy(user, null, List.of(new PurchaseLine(sku, 1)))));
        Shop.refused(ErrorCode.NOT_FOUND, () -> orders.get(user, shop.number()));
        Shop.refused(ErrorCode.VALIDATION, () -> remote(CartService.class).view(new CartOwner(1L, "both")));
        Shop.refused(ErrorCode.VALIDATION, () -> remote(CheckoutService.class)
                .quote(new CheckoutCommand(user, null, false, null)));
        assertThat(shop.rowsOf(user)).isZero();
    }

    @Test
    void every_type_survives_the_wire() {
        WireFormat.assertService(
                AdminOrderService.class,
                CartService.class,
                CheckoutService.class,
                OrderService.class,
                LeavingOrderService.class,
                MerchantOrderService.class,
                OrderPaymentService.class,
                ReconciliationService.class,
                TransactionService.class,
                RefundRequestService.class,
                RefundDecisionService.class,
                SalesService.class);
        WireFormat.assertRoundTrips(
                OrderPaid.class,
                OrderRefunded.class,
                OrderStatusChanged.class,
                OrdersCreated.class,
                OrdersTimeoutDue.class,
                PaymentRefused.class,
                RefundApproved.class);
    }

    private <T> T remote(Class<T> service) {
        ReferenceConfig<T> reference = new ReferenceConfig<>();
        reference.setScopeModel(application.getDefaultModule());
        reference.setInterface(service);
        // Dubbo takes 127.0.0.1 for "any address of mine"; the decimal form stays what it is.
        reference.setUrl("dubbo://2130706433:" + portOf(service));
        reference.setTimeout(5000);
        return reference.get();
    }

    /** Dubbo takes the next free port when the configured one was taken meanwhile. */
    private int portOf(Class<?> service) {
        return application.getPubModuleModels().stream()
                .flatMap(module -> module.getConfigManager().getServices().stream())
                .filter(exported -> exported.getInterface().equals(service.getName()))
                .flatMap(exported -> ((ServiceConfig<?>) exported).getExportedUrls().stream())
                .mapToInt(URL::getPort)
                .filter(port -> port > 0)
                .findFirst()
                .orElseThrow();
    }
}
