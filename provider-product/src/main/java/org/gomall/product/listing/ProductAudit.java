package org.gomall.product.listing;

import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.ProductAuditService;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.RejectProductCommand;
import org.gomall.product.listing.ListingSteps.By;

/** What admins decide about products. */
@DubboService
class ProductAudit implements ProductAuditService {

    private static final Long ANY_SHOP = null;

    private final ListingSteps steps;
    private final ListingReader reader;
    private final Desk desk;

    ProductAudit(ListingSteps steps, ListingReader reader, Desk desk) {
        this.steps = steps;
        this.reader = reader;
        this.desk = desk;
    }

    @Override
    public Page<ListingSummary> list(ListingQuery query) {
        return reader.page(query);
    }

    @Override
    public ListingView get(long productId) {
        return reader.view(ANY_SHOP, productId);
    }

    @Override
    public ListingView approve(ActingUser actor, long productId) {
        desk.act(
                productId,
                actor,
                "product.approve",
                Map.of(),
                () -> steps.take(ANY_SHOP, productId, ProductStatus.APPROVED, By.ADMIN, actor, null));
        return get(productId);
    }

    @Override
    public ListingView reject(RejectProductCommand command) {
        String reason = command.reason().strip();
        desk.act(
                command.productId(),
                command.actor(),
                "product.reject",
                Map.of("reason", reason),
                () -> steps.take(
                        ANY_SHOP, command.productId(), ProductStatus.REJECTED, By.ADMIN, command.actor(), reason));
        return get(command.productId());
    }
}
