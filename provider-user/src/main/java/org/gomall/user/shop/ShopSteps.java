package org.gomall.user.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.ShopCommand;
import org.gomall.api.user.ShopStatus;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Steps of shops in the caller's transaction: each one is a conditional update, a history row and an audit event. */
@Component
class ShopSteps {

    private final ShopApplicationMapper shops;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    ShopSteps(ShopApplicationMapper shops, Outbox outbox, Ids ids, Clock clock) {
        this.shops = shops;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins an act on a shop: it comes wholly before or after its owner leaves.
     *
     * @throws BusinessException ILLEGAL_STATE when the owner has left or is banned
     */
    void hold(long ownerId) {
        if (shops.hold(ownerId) == null) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "The owner's account is not active");
        }
    }

    /** The first step; answers the number of the new shop. */
    long open(ShopCommand command) {
        Instant now = clock.instant();
        long shopId = ids.next();
        shops.insert(shopId, command, now);
        remember(shopId, null, ShopStatus.PENDING, command.actor(), null, now);
        tell(command.actor(), "shop.apply", shopId, Map.of("name", command.name()));
        return shopId;
    }

    /**
     * A further step.
     *
     * @throws BusinessException ILLEGAL_STATE when the shop is not in {@code from} (any more)
     */
    void step(long shopId, ShopStatus from, ShopStatus to, ActingUser actor, String reason) {
        Instant now = clock.instant();
        if (!from.canTransitionTo(to) || shops.step(shopId, from, to, reason, now) == 0) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "The shop is not " + from + " any more");
        }
        remember(shopId, from, to, actor, reason, now);
    }

    /** Tells the audit log. */
    void tell(ActingUser actor, String action, long shopId, Map<String, String> details) {
        outbox.publish(
                Topics.AUDIT,
                PrivilegedAct.of(actor, action, "shop:" + shopId, new LinkedHashMap<>(details), clock.instant()));
    }

    private void remember(long shopId, ShopStatus from, ShopStatus to, ActingUser actor, String reason, Instant now) {
        shops.remember(ids.next(), shopId, from, to, actor.userId(), reason, now);
    }
}
