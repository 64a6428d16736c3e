package org.gomall.web.admin;

import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.ProductAuditService;
import org.gomall.api.product.RejectProductCommand;
import org.gomall.web.catalogue.CatalogueReader;
import org.springframework.stereotype.Component;

/** Decisions about products, for the API and the pages alike: this process shows the outcome at once. */
@Component
class ProductDecider {

    private final ProductAuditService products;
    private final CatalogueReader catalogue;

    ProductDecider(ProductAuditService products, CatalogueReader catalogue) {
        this.products = products;
        this.catalogue = catalogue;
    }

    Page<ListingSummary> list(ListingQuery query) {
        return products.list(query);
    }

    ListingView get(long productId) {
        return products.get(productId);
    }

    ListingView approve(ActingUser actor, long productId) {
        ListingView product = products.approve(actor, productId);
        catalogue.forgetProduct(productId);
        return product;
    }

    ListingView reject(ActingUser actor, long productId, String reason) {
        RejectProductCommand command = new RejectProductCommand(actor, productId, reason);
        command.check();
        return products.reject(command);
    }
}
