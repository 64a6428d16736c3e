package org.gomall.web.preview;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.order.AdminCancelCommand;
import org.gomall.api.order.AdminOrderQuery;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.AdminOrderView;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.product.CategoryAdminService;
import org.gomall.api.product.CategoryEntry;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.ProductAuditService;
import org.gomall.api.product.ProductHistoryEntry;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.ProductView;
import org.gomall.api.user.AuditEntryView;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.OwnShopView;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.RoleView;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.ShopQuery;
import org.gomall.api.user.ShopStatus;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.springframework.context.ApplicationContext;

/** What admins see of a {@link MemoryMall}, for the preview: people, shops, products in review, orders, and what was done. */
final class MemoryDesk {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private static final List<Long> IN_REVIEW = List.of(100002L, 100005L, 100009L);

    private final MemoryMall mall;

    MemoryDesk(MemoryMall mall) {
        this.mall = mall;
    }

    void behind(ApplicationContext slice) {
        people(slice.getBean(UserDirectoryService.class), slice.getBean(RoleService.class));
        shops(slice.getBean(ShopAdminService.class));
        products(slice.getBean(ProductAuditService.class));
        when(slice.getBean(CategoryAdminService.class).list()).thenReturn(categories());
        acts(slice.getBean(AuditLogService.class));
        orders(slice.getBean(AdminOrderService.class));
    }

    private static void people(UserDirectoryService directory, RoleService roles) {
        List<UserView> users = List.of(
                user(1005, "admin", UserStatus.ACTIVE, "ADMIN", "USER"),
                user(1006, "ops", UserStatus.ACTIVE, "OPS", "USER"),
                user(1003, "nova", UserStatus.ACTIVE, "MERCHANT", "USER"),
                user(1004, "orbit", UserStatus.ACTIVE, "MERCHANT", "USER"),
                user(1002, "bob", UserStatus.BANNED, "USER"),
                user(1001, "alice", UserStatus.ACTIVE, "USER"));
        when(directory.list(any())).thenReturn(new Page<>(users, 1, 20, 1_284));
        when(directory.get(any(), anyLong())).thenAnswer(call -> users.stream()
                .filter(user -> user.userId() == call.getArgument(1, Long.class))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("user")));
        when(directory.named(any(), anyString())).thenAnswer(call -> users.stream()
                .filter(user -> user.username().equals(call.getArgument(1)))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("user")));
        RoleView support = new RoleView("SUPPORT", false, List.of("GET:/api/admin/(users|orders)(/.*)?"));
        when(roles.roles())
                .thenReturn(List.of(
                        new RoleView("ADMIN", true, List.of("*:/(api/)?(admin|ops)(/.*)?")),
                        new RoleView(
                                "USER",
                                true,
                                List.of(
                                        "*:/api/auth/(logout|me|password)",
                                        "*:/api/(addresses|cards|wallet|cart|checkout)(/.*)?",
                                        "GET:/api/orders(/.*)?",
                                        "POST:/api/orders",
                                        "POST:/api/orders/[0-9]+/(cancel|receive|refunds)",
                                        "*:/api/payments(/.*)?",
                                        "*:/(account|orders|pay|checkout)(/.*)?")),
                        support));
        when(roles.role(anyString())).thenReturn(support);
    }

    private static UserView user(long userId, String name, UserStatus status, String... roles) {
        return new UserView(
                userId,
                name,
                name + "@gomall.example",
                name,
                status,
                List.of(roles),
                List.of("*:/api/orders(/.*)?"),
                MemoryCatalogue.OPENED);
    }

    private static void shops(ShopAdminService shops) {
        OwnShopView applicant = new OwnShopView(
                2003,
                1001,
                ShopStatus.PENDING,
                null,
                "Lantern Tea House",
                "灯笼茶舍",
                "Single-garden teas from Fujian and Yunnan, packed to order every Monday.",
                "福建、云南单一茶园好茶，每周一按单包装。",
                NOW.minus(2, ChronoUnit.DAYS),
                NOW.minus(2, ChronoUnit.DAYS));
        when(shops.list(any())).thenAnswer(call -> {
            ShopStatus status = call.getArgument(0, ShopQuery.class).status();
            return status == null || status == ShopStatus.PENDING
                    ? new Page<>(List.of(applicant), 1, 20, 1)
                    : new Page<>(List.of(), 1, 20, status == ShopStatus.APPROVED ? 2 : 0);
        });
    }

    private void products(ProductAuditService products) {
        when(products.list(any())).thenAnswer(call -> {
            ProductStatus status = call.getArgument(0, ListingQuery.class).status();
            List<ListingSummary> found = status == null || status == ProductStatus.PENDING
                    ? IN_REVIEW.stream().map(this::summary).toList()
                    : List.of();
            return new Page<>(found, 1, 20, status == ProductStatus.APPROVED ? 204 : found.size());
        });
        when(products.get(anyLong())).thenAnswer(call -> listing(call.getArgument(0)));
    }

    private ListingSummary summary(long productId) {
        ProductView p = mall.catalogue.product(productId);
        long price = p.skus().get(0).priceCents();
        return new ListingSummary(
                productId,
                p.shopId(),
                ProductStatus.PENDING,
                null,
                p.name(),
                p.nameZh(),
                p.images().get(0),
                price,
                price,
                0,
                true,
                NOW.minus(5, ChronoUnit.HOURS));
    }

    private ListingView listing(long productId) {
        ProductView p = mall.catalogue.product(productId);
        return new ListingView(
                productId,
                p.shopId(),
                IN_REVIEW.contains(productId) ? ProductStatus.PENDING : ProductStatus.APPROVED,
                null,
                p.name(),
                p.nameZh(),
                p.description(),
                p.descriptionZh(),
                p.categoryId(),
                p.categoryName(),
                p.categoryNameZh(),
                p.images(),
                p.skus(),
                0,
                p.createdAt(),
                NOW,
                List.of(
                        new ProductHistoryEntry(null, ProductStatus.DRAFT, p.createdAt(), "MERCHANT", null),
                        new ProductHistoryEntry(ProductStatus.DRAFT, ProductStatus.PENDING, NOW, "MERCHANT", null)));
    }

    private List<CategoryEntry> categories() {
        List<CategoryEntry> entries = new ArrayList<>();
        for (CategoryView top : mall.catalogue.categories()) {
            entries.add(entry(top, null));
            top.children().forEach(child -> entries.add(entry(child, top.categoryId())));
        }
        return entries;
    }

    private static CategoryEntry entry(CategoryView view, Long parentId) {
        long products = view.categoryId() % 10 * 3;
        return new CategoryEntry(view.categoryId(), parentId, view.name(), view.nameZh(), view.slug(), 1, products);
    }

    private static void acts(AuditLogService audit) {
        List<AuditEntryView> acts = List.of(
                act(
                        1,
                        1005,
                        "admin",
                        "order.cancel",
                        "order:7301444402937857",
                        Map.of("reason", "Recalled by the maker")),
                act(
                        2,
                        1005,
                        "admin",
                        "product.reject",
                        "product:100012",
                        Map.of("reason", "The picture shows a different colour.")),
                act(3, 1005, "admin", "user.roles", "user:1006", Map.of("before", "USER", "after", "OPS USER")),
                act(
                        4,
                        1003,
                        "nova",
                        "order.ship",
                        "order:7301444402941954",
                        Map.of("carrier", "SF Express", "trackingNo", "SF1029384756")),
                act(5, 1006, "ops", "ops.failures.set", "failures", Map.of("slow-stock", "0", "lost-news", "0")),
                act(6, 1005, "admin", "refund.approve", "refund:9901000000001", Map.of("amountCents", "26900")),
                act(
                        7,
                        1005,
                        "admin",
                        "access-rules.change",
                        "access-rules:4",
                        Map.of("added", "-cidr:198.51.100.0/24", "removed", "")),
                act(8, 0, null, "user.roles", "user:1005", Map.of("after", "ADMIN", "by", "command line")));
        when(audit.list(any())).thenReturn(new Page<>(acts, 1, 50, acts.size()));
    }

    private static AuditEntryView act(
            long id, long actorId, String actor, String action, String subject, Map<String, String> details) {
        String ip = actorId == 0 ? null : "192.0.2." + id;
        return new AuditEntryView(
                id, actorId, actor, ip, action, subject, details, NOW.minus(id * 37, ChronoUnit.MINUTES));
    }

    private void orders(AdminOrderService orders) {
        List<Long> placed = new ArrayList<>();
        for (long sku : List.of(1000024L, 1000011L, 1000051L, 1000091L)) {
            PlaceOrderCommand purchase = new PlaceOrderCommand(
                    MemoryOrders.ALICE, "desk-" + sku, List.of(new PurchaseLine(sku, 2)), false, 5001L, null, null);
            mall.orders.place(purchase).value().orders().forEach(order -> placed.add(0, order.orderId()));
        }
        mall.orders.step(placed.get(1), OrderStatus.PAID, "SYSTEM", null, null, null);
        mall.orders.step(placed.get(2), OrderStatus.PAID, "SYSTEM", null, null, null);
        mall.orders.step(placed.get(2), OrderStatus.SHIPPED, "MERCHANT", null, "SF Express", "SF1029384756");
        when(orders.list(any())).thenAnswer(call -> {
            OrderStatus status = call.getArgument(0, AdminOrderQuery.class).status();
            List<AdminOrderView> found = placed.stream()
                    .map(mall.orders::find)
                    .filter(order -> status == null || order.status() == status)
                    .map(MemoryDesk::view)
                    .toList();
            return new Page<>(found, 1, 20, found.size());
        });
        when(orders.get(anyLong())).thenAnswer(call -> view(mall.orders.find(call.getArgument(0))));
        when(orders.cancel(any())).thenAnswer(call -> {
            long orderId = call.getArgument(0, AdminCancelCommand.class).orderId();
            return view(mall.orders.step(orderId, OrderStatus.CANCELLED, "ADMIN", CancelReason.ADMIN, null, null));
        });
    }

    private static AdminOrderView view(OrderView o) {
        return new AdminOrderView(
                o.orderId(),
                MemoryOrders.ALICE,
                o.shopId(),
                o.status(),
                o.itemsCents(),
                o.shippingCents(),
                o.discountCents(),
                o.totalCents(),
                o.refundedCents(),
                o.items(),
                o.address().receiver(),
                "138****8000",
                o.address().province(),
                o.address().city(),
                null,
                o.createdAt(),
                o.expiresAt(),
                o.cancelReason(),
                o.carrier(),
                o.trackingNo(),
                o.history(),
                o.refunds());
    }
}
