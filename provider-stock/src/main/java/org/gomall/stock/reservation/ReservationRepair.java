package org.gomall.stock.reservation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReservationRepairService;
import org.gomall.api.stock.ReserveLine;
import org.gomall.api.stock.RestoreReservationCommand;
import org.gomall.stock.reservation.RepairMapper.Figures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts rows right that somebody changed by hand while an order was half-way, so that its second phase succeeds.
 *
 * <p>Locks as every step of a reservation does: first the reservation rows, then the stock rows in ascending order of SKU. With
 * the row of a SKU locked, what other orders hold of it is committed together with its figures and can be counted.
 */
@DubboService
class ReservationRepair implements ReservationRepairService {

    private static final Logger log = LoggerFactory.getLogger(ReservationRepair.class);

    private final RepairMapper rows;
    private final TransactionTemplate transaction;

    ReservationRepair(RepairMapper rows, TransactionTemplate transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    @Override
    public boolean restore(RestoreReservationCommand command) {
        Map<Long, Integer> wanted = command.lines().stream()
                .collect(Collectors.toMap(ReserveLine::skuId, ReserveLine::quantity, Integer::sum));
        Boolean changed = transaction.execute(status -> {
            List<SkuQuantity> held = rows.lockHalfWay(command.orderId());
            boolean any = false;
            for (SkuQuantity pieces : new TreeMap<>(
                            held.stream().collect(Collectors.toMap(SkuQuantity::skuId, pieces -> pieces)))
                    .values()) {
                any |= restore(command.orderId(), pieces, wanted.get(pieces.skuId()));
            }
            return any;
        });
        return Boolean.TRUE.equals(changed);
    }

    private boolean restore(long orderId, SkuQuantity held, Integer wanted) {
        Figures figures = rows.lockStock(held.skuId());
        int others = rows.heldByOthers(held.skuId(), orderId);
        int quantity = wanted == null ? figures.reserved() - others : wanted;
        int reserved = others + quantity;
        if (quantity <= 0 || figures.total() - figures.sold() - reserved < 0) {
            throw new BusinessException(
                    ErrorCode.ILLEGAL_STATE,
                    "The figures of SKU " + held.skuId() + " do not allow it; its pieces have to be counted",
                    Map.of("skuId", Long.toString(held.skuId())));
        }
        int changed = rows.putQuantity(orderId, held.skuId(), quantity) + rows.putReserved(held.skuId(), reserved);
        if (changed > 0) {
            log.warn(
                    "order {} holds {} of SKU {} again, not {}; reserved is {}, was {}",
                    orderId,
                    quantity,
                    held.skuId(),
                    held.quantity(),
                    reserved,
                    figures.reserved());
        }
        return changed > 0;
    }
}
