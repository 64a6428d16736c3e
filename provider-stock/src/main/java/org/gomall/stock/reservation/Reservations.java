package org.gomall.stock.reservation;

import static org.gomall.stock.reservation.ReservationStatus.RELEASED;
import static org.gomall.stock.reservation.ReservationStatus.RELEASING;
import static org.gomall.stock.reservation.ReservationStatus.RESERVED;
import static org.gomall.stock.reservation.ReservationStatus.RETURNED;
import static org.gomall.stock.reservation.ReservationStatus.SOLD;
import static org.gomall.stock.reservation.ReservationStatus.TRYING;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReserveLine;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a reservation. Each needs a local transaction, locks first the reservation rows and then the stock rows in
 * ascending order of SKU (so no two steps can wait for each other in a circle), and is safe to repeat.
 *
 * <p>The statements of one purchase of n SKUs, fence rows included: Try = 1 INSERT fence, 1 INSERT reservation (all
 * lines), n UPDATE stock; Confirm = 1 UPDATE fence, 1 UPDATE reservation, 1 SELECT for {@link StockNews}; the sale = 1 UPDATE of both
 * tables. The row of a hot SKU is locked from its UPDATE to the commit that follows at once.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Reservations {

    private final ReservationMapper reservations;
    private final StockMapper stock;
    private final StockNews news;
    private final ScarceSkus scarce;
    private final Clock clock;

    Reservations(ReservationMapper reservations, StockMapper stock, StockNews news, ScarceSkus scarce, Clock clock) {
        this.reservations = reservations;
        this.stock = stock;
        this.news = news;
        this.scarce = scarce;
        this.clock = clock;
    }

    /** Refuses what would be refused anyway, before anything is opened or written. */
    @Transactional(propagation = Propagation.SUPPORTS)
    void refuseHopeless(List<ReserveLine> lines) {
        bySku(lines).forEach((skuId, quantity) -> {
            if (scarce.contains(skuId)) {
                Integer available = stock.available(skuId);
                if (available != null && available < quantity) {
                    throw outOfStock(skuId, available);
                }
            }
        });
    }

    /** Takes the pieces; they can neither be sold nor released before {@link #confirm}. */
    void tryReserve(List<ReserveLine> lines) {
        try {
            reservations.insertTrying(lines, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "This order has reserved its pieces before");
        }
        bySku(lines).forEach((skuId, quantity) -> take(new SkuQuantity(skuId, quantity)));
    }

    void confirm(Collection<Long> orderIds) {
        reservations.move(orderIds, TRYING, RESERVED, clock.instant());
        news.reserved(orderIds);
    }

    void undo(Collection<Long> orderIds) {
        giveBack(orderIds, TRYING);
    }

    /** Announces that the pieces will be given back; an order whose pieces were given back already stays as it is. */
    void tryRelease(long orderId) {
        if (reservations.move(List.of(orderId), RESERVED, RELEASING, clock.instant()) == 0) {
            ReservationStatus now = statusOf(orderId);
            if (now != RELEASED) {
                throw refused(now, "released");
            }
        }
    }

    void release(long orderId) {
        giveBack(List.of(orderId), RELEASING);
    }

    void keep(long orderId) {
        reservations.move(List.of(orderId), RELEASING, RESERVED, clock.instant());
    }

    void sell(long orderId) {
        if (stock.sell(orderId, clock.instant()) == 0) {
            ReservationStatus now = statusOf(orderId);
            if (!wasSold(now)) {
                throw refused(now, "sold");
            }
        }
    }

    /** Whether {@link #sell} has nothing to do any more. */
    @Transactional(propagation = Propagation.SUPPORTS)
    boolean wasSold(long orderId) {
        return reservations.statuses(orderId).stream().anyMatch(Reservations::wasSold);
    }

    /** Late news of a payment may come when its order has been refunded meanwhile: the pieces were sold, and are back. */
    private static boolean wasSold(ReservationStatus now) {
        return now == SOLD || now == RETURNED;
    }

    /** Puts the pieces of a refunded order that never left the shop on the shelf again. */
    void takeBack(long orderId) {
        List<Long> orderIds = List.of(orderId);
        if (reservations.move(orderIds, SOLD, RETURNED, clock.instant()) == 0) {
            ReservationStatus now = statusOf(orderId);
            if (now != RETURNED) {
                throw refused(now, "taken back");
            }
            return;
        }
        for (SkuQuantity pieces : reservations.quantities(orderIds)) {
            mustMove(stock.takeBack(pieces), pieces);
            news.givenBack(pieces);
        }
    }

    private void take(SkuQuantity pieces) {
        if (stock.reserve(pieces) == 1) {
            return;
        }
        Integer available = stock.available(pieces.skuId());
        if (available == null) {
            throw BusinessException.notFound("SKU " + pieces.skuId());
        }
        throw outOfStock(pieces.skuId(), available);
    }

    private void giveBack(Collection<Long> orderIds, ReservationStatus from) {
        if (reservations.move(orderIds, from, RELEASED, clock.instant()) == 0) {
            return;
        }
        for (SkuQuantity pieces : reservations.quantities(orderIds)) {
            mustMove(stock.giveBack(pieces), pieces);
            news.givenBack(pieces);
        }
    }

    private ReservationStatus statusOf(long orderId) {
        return reservations.statuses(orderId).stream()
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("Reservation"));
    }

    private BusinessException outOfStock(long skuId, int available) {
        scarce.remember(skuId);
        return new BusinessException(
                ErrorCode.OUT_OF_STOCK,
                ErrorCode.OUT_OF_STOCK.defaultMessage(),
                Map.of("skuId", Long.toString(skuId), "available", available));
    }

    private static TreeMap<Long, Integer> bySku(List<ReserveLine> lines) {
        TreeMap<Long, Integer> quantities = new TreeMap<>();
        lines.forEach(line -> quantities.merge(line.skuId(), line.quantity(), Math::addExact));
        return quantities;
    }

    private static BusinessException refused(ReservationStatus now, String step) {
        return new BusinessException(ErrorCode.ILLEGAL_STATE, "Pieces that are " + now + " cannot be " + step + " now");
    }

    private static void mustMove(int rows, SkuQuantity pieces) {
        if (rows != 1) {
            throw new IllegalStateException("SKU " + pieces.skuId() + " has fewer pieces than its reservations say");
        }
    }
}
