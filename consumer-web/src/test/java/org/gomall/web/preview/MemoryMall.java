package org.gomall.web.preview;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.reset;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CheckoutService;
import org.gomall.api.order.LeavingOrderService;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.RequestRefundCommand;
import org.gomall.api.order.SalesService;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.WalletService;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.stock.StockAdjustmentService;
import org.gomall.api.stock.StockQueryService;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.LeavingService;
import org.gomall.api.user.ShopService;
import org.gomall.web.catalogue.CatalogueReader;
import org.springframework.context.ApplicationContext;

/** A whole mall in memory, put behind the mocks of a web slice. */
final class MemoryMall {

    final MemoryCatalogue catalogue = new MemoryCatalogue();
    final MemoryCarts carts = new MemoryCarts(catalogue);
    final MemoryAddresses addresses = new MemoryAddresses();
    final MemoryOrders orders = new MemoryOrders(carts, addresses);
    final MemoryCards cards = new MemoryCards();
    final MemoryRefunds refunds = new MemoryRefunds(orders);
    final MemoryMoney money = new MemoryMoney(orders);
    final MemoryListings listings = new MemoryListings(catalogue);
    final MemorySales sales = new MemorySales();

    MemoryMall behind(ApplicationContext slice) {
        put(slice, CatalogueService.class, catalogue);
        put(slice, StockQueryService.class, catalogue);
        put(slice, ShopService.class, catalogue);
        put(slice, CartService.class, carts);
        put(slice, CheckoutService.class, carts);
        put(slice, AddressService.class, addresses);
        put(slice, OrderService.class, orders);
        put(slice, MerchantOrderService.class, orders);
        put(slice, RefundRequestService.class, refunds);
        put(slice, RefundDecisionService.class, refunds);
        put(slice, StockAdjustmentService.class, catalogue);
        put(slice, PaymentService.class, money);
        put(slice, WalletService.class, money);
        reset(slice.getBean(LeavingService.class));
        reset(slice.getBean(LeavingOrderService.class));
        put(slice, CardService.class, cards);
        put(slice, PaymentRecordService.class, money);
        put(slice, MerchantProductService.class, listings);
        put(slice, SalesService.class, sales);
        // Nobody remembers the mall before this one.
        slice.getBean(CatalogueReader.class).forgetAll();
        return this;
    }

    /** As it is when alice has bought at the shop of nova for a while. */
    MemoryMall withBusyShop() {
        for (int i = 0; i < 5; i++) {
            long orderId = orders.place(new PlaceOrderCommand(
                            MemoryOrders.ALICE,
                            "busy-" + i,
                            List.of(new PurchaseLine(1_000_011 + i % 4, 1 + i % 2), new PurchaseLine(1_000_031, 1)),
                            false,
                            5001L,
                            null,
                            i == 1 ? "Please ring twice." : null))
                    .value()
                    .orders()
                    .get(0)
                    .orderId();
            if (i < 4) {
                orders.step(orderId, OrderStatus.PAID, "SYSTEM", null, null, null);
            }
            if (i == 0) {
                orders.step(orderId, OrderStatus.SHIPPED, "MERCHANT", null, "SF Express", "SF1002003004");
                refunds.request(new RequestRefundCommand(
                        MemoryOrders.ALICE,
                        orderId,
                        "busy",
                        "The handle of the mug came off at the first wash.",
                        null));
            }
        }
        listings.add(ProductStatus.REJECTED, "Tall Vase", "高花瓶", "The first picture is blurred.");
        listings.add(ProductStatus.DRAFT, "Small Vase", "小花瓶", null);
        listings.add(ProductStatus.PENDING, "Egg Cup", "蛋杯", null);
        catalogue.stock.put(1_000_012L, 0);
        catalogue.stock.put(1_000_013L, 3);
        return this;
    }

    private static <S> void put(ApplicationContext slice, Class<S> type, S real) {
        S mock = slice.getBean(type);
        reset((Object) mock);
        for (Method method : type.getMethods()) {
            S stub = doAnswer(call -> {
                        try {
                            return method.invoke(real, call.getArguments());
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    })
                    .when(mock);
            try {
                method.invoke(stub, matchers(method.getParameterTypes()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Object[] matchers(Class<?>[] types) {
        Object[] matchers = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            Class<?> type = types[i];
            if (type == long.class) {
                matchers[i] = anyLong();
            } else if (type == int.class) {
                matchers[i] = anyInt();
            } else if (type == boolean.class) {
                matchers[i] = anyBoolean();
            } else {
                matchers[i] = any();
            }
        }
        return matchers;
    }
}
