package org.gomall.product.listing;

import java.time.Clock;
import java.time.Instant;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.ProductStatus;
import org.gomall.platform.id.Ids;
import org.springframework.stereotype.Component;

/** Steps of products in the caller's transaction: each one is a conditional update and a history row. */
@Component
class ListingSteps {

    private final ListingMapper listings;
    private final HistoryMapper history;
    private final Ids ids;
    private final Clock clock;

    ListingSteps(ListingMapper listings, HistoryMapper history, Ids ids, Clock clock) {
        this.listings = listings;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who takes a step. */
    enum By {
        MERCHANT,
        ADMIN
    }

    /** The first step of a new product. */
    void begin(long productId, ActingUser actor) {
        remember(productId, null, ProductStatus.DRAFT, By.MERCHANT, actor, null, clock.instant());
    }

    /**
     * A further step.
     *
     * @param shopId whose product it must be; null for admins
     * @param reason why, or null
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE when the state machine knows no such step
     */
    void take(Long shopId, long productId, ProductStatus to, By by, ActingUser actor, String reason) {
        ProductStatus from = listings.lock(shopId, productId);
        if (from == null) {
            throw BusinessException.notFound("product");
        }
        Instant now = clock.instant();
        String shown = to == ProductStatus.REJECTED ? reason : null;
        if (!from.canTransitionTo(to) || listings.step(productId, from, to, shown, now) == 0) {
            throw illegal(from);
        }
        remember(productId, from, to, by, actor, reason, now);
    }

    /** The refusal of something that this state does not allow. */
    static BusinessException illegal(ProductStatus now) {
        return new BusinessException(ErrorCode.ILLEGAL_STATE, "This is not possible while the product is " + now);
    }

    private void remember(
            long productId, ProductStatus from, ProductStatus to, By by, ActingUser actor, String reason, Instant at) {
        history.add(ids.next(), productId, from, to, by.name(), actor.userId(), reason, at);
    }
}
