package org.gomall.web.merchant;

import java.util.ArrayList;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.ShipCommand;
import org.springframework.stereotype.Component;

/** Many parcels handed over in one go. Every order is a call of its own: one that cannot be shipped stops no other. */
@Component
class BulkShipping {

    static final int MOST = 100;

    private final MerchantOrderService orders;

    BulkShipping(MerchantOrderService orders) {
        this.orders = orders;
    }

    /**
     * Ships the parcels in their order. Once a part of the system is away the rest is not tried: its orders answer the
     * same code, and sending the list again is safe.
     *
     * @throws BusinessException VALIDATION for no list, too long a list, or an order that is named twice
     */
    List<Outcome> ship(long shopId, List<Parcel> parcels, ActingUser actor) {
        Check.fields().size(parcels, 1, MOST, "shipments").orRefuse();
        Check.fields()
                .that(
                        parcels.stream().allMatch(parcel -> parcel.orderId() != null && parcel.orderId() > 0),
                        "shipments",
                        "must name valid orders")
                .that(
                        parcels.stream().map(Parcel::orderId).distinct().count() == parcels.size(),
                        "shipments",
                        "must name an order once")
                .orRefuse();
        List<Outcome> outcomes = new ArrayList<>();
        BusinessException away = null;
        for (Parcel parcel : parcels) {
            BusinessException refusal = away == null ? ship(shopId, parcel, actor) : away;
            away = isAway(refusal) ? refusal : null;
            outcomes.add(Outcome.of(parcel.orderId(), refusal));
        }
        return outcomes;
    }

    private BusinessException ship(long shopId, Parcel parcel, ActingUser actor) {
        try {
            ShipCommand command =
                    new ShipCommand(shopId, parcel.orderId(), parcel.carrier(), parcel.trackingNo(), actor);
            command.check();
            orders.ship(command);
            return null;
        } catch (BusinessException refusal) {
            return refusal;
        }
    }

    private static boolean isAway(BusinessException refusal) {
        return refusal != null && (refusal.error() == ErrorCode.UNAVAILABLE || refusal.error() == ErrorCode.TIMEOUT);
    }

    /** An order and who carries it. */
    record Parcel(Long orderId, String carrier, String trackingNo) {}

    /**
     * What became of an order.
     *
     * @param code 0 when it is shipped, else why not
     */
    record Outcome(long orderId, boolean ok, int code, String msg) {

        private static Outcome of(long orderId, BusinessException refusal) {
            return refusal == null
                    ? new Outcome(orderId, true, 0, "ok")
                    : new Outcome(orderId, false, refusal.error().number(), refusal.getMessage());
        }
    }
}
