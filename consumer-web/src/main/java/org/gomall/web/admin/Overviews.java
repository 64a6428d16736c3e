package org.gomall.web.admin;

import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundQuery;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ProductAuditService;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.AuditQuery;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.ShopQuery;
import org.gomall.api.user.ShopStatus;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserQuery;
import org.gomall.web.remote.Part;
import org.springframework.stereotype.Component;

/** Asks for everything on the first page of admins at once; a provider that is away costs the page one time-out. */
@Component
class Overviews {

    private static final int LAST_ACTS = 8;

    private final ProductAuditService products;
    private final ShopAdminService shops;
    private final RefundDecisionService refunds;
    private final UserDirectoryService users;
    private final AuditLogService audit;

    Overviews(
            ProductAuditService products,
            ShopAdminService shops,
            RefundDecisionService refunds,
            UserDirectoryService users,
            AuditLogService audit) {
        this.products = products;
        this.shops = shops;
        this.refunds = refunds;
        this.users = users;
        this.audit = audit;
    }

    Overview of(ActingUser admin) {
        Part<Long> productsWaiting = Part.ask(() -> products(ProductStatus.PENDING));
        Part<Long> shopsWaiting = Part.ask(() -> shops(ShopStatus.PENDING));
        Part<Long> refundsWaiting = Part.ask(() -> refunds.list(new RefundQuery(null, RefundStatus.REQUESTED, 1, 1))
                .total());
        Part<Long> everybody = Part.ask(
                () -> users.list(new UserQuery(admin, null, null, 1, 1)).total());
        Part<Long> open = Part.ask(() -> shops(ShopStatus.APPROVED));
        Part<Long> onSale = Part.ask(() -> products(ProductStatus.APPROVED));
        Part<List<Act>> acts = Part.ask(() -> acts(admin));
        return new Overview(
                productsWaiting.orMissing(),
                shopsWaiting.orMissing(),
                refundsWaiting.orMissing(),
                everybody.orMissing(),
                open.orMissing(),
                onSale.orMissing(),
                acts.orMissing());
    }

    private long products(ProductStatus status) {
        return products.list(new ListingQuery(null, status, 1, 1)).total();
    }

    private long shops(ShopStatus status) {
        return shops.list(new ShopQuery(status, 1, 1)).total();
    }

    private List<Act> acts(ActingUser admin) {
        return audit.list(new AuditQuery(admin, null, null, null, null, null, 1, LAST_ACTS)).items().stream()
                .map(Act::of)
                .toList();
    }
}
