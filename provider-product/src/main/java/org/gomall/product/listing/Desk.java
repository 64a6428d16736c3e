package org.gomall.product.listing;

import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.platform.id.Ids;
import org.gomall.product.audit.AuditTrail;
import org.gomall.product.catalogue.ProductPages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where products are changed: one transaction with its audit event, and afterwards no old copy in this process. */
@Component
class Desk {

    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final ProductPages pages;
    private final Ids ids;

    Desk(TransactionTemplate transaction, AuditTrail trail, ProductPages pages, Ids ids) {
        this.transaction = transaction;
        this.trail = trail;
        this.pages = pages;
        this.ids = ids;
    }

    /** A number for a new product. */
    long newId() {
        return ids.next();
    }

    /** Does one act on a product. */
    void act(long productId, ActingUser actor, String action, Map<String, String> details, Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            trail.tell(actor, action, "product:" + productId, details);
        });
        pages.forget(productId);
    }
}
