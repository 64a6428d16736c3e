package org.gomall.stock.adjustment;

import java.time.Clock;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.stock.AdjustStockCommand;
import org.gomall.api.stock.SkuStockChanged;
import org.gomall.api.stock.StockLevel;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pieces that come and go by hand. The ledger row is written first: its key keeps a repetition out before anything moves.
 * The row of the SKU is locked last, as reservations do, so the two cannot wait for each other in a circle.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Adjustments {

    /** Far below what the columns hold. */
    private static final int MOST_PIECES = 1_000_000_000;

    private final AdjustmentMapper adjustments;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Adjustments(AdjustmentMapper adjustments, Outbox outbox, Ids ids, Clock clock) {
        this.adjustments = adjustments;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Applies the change unless its key was used before; answers with the figures as they are then. */
    StockLevel apply(AdjustStockCommand command) {
        Integer before = adjustments.deltaOf(command.skuId(), command.key());
        if (before != null) {
            if (before != command.delta()) {
                throw new BusinessException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            }
            return adjustments.level(command.skuId());
        }
        adjustments.write(ids.next(), command, clock.instant());
        move(command.skuId(), command.delta());
        StockLevel now = adjustments.level(command.skuId());
        tell(now, command);
        return now;
    }

    /** A SKU is known from now on, so that it is sold out and not unknown while it has no piece. */
    void begin(long skuId) {
        adjustments.open(skuId);
    }

    private void move(long skuId, int delta) {
        if (adjustments.move(skuId, delta, MOST_PIECES) == 1) {
            return;
        }
        adjustments.open(skuId);
        if (adjustments.move(skuId, delta, MOST_PIECES) == 0) {
            int available = adjustments.level(skuId).available();
            throw new BusinessException(
                    ErrorCode.ILLEGAL_STATE,
                    delta > 0
                            ? "A SKU holds at most " + MOST_PIECES + " pieces"
                            : "Only " + available + " pieces are available",
                    Map.of("skuId", Long.toString(skuId), "available", available));
        }
    }

    /** The row is still locked, so what was read is exact. */
    private void tell(StockLevel now, AdjustStockCommand command) {
        boolean wasInStock = now.available() - command.delta() > 0;
        boolean isInStock = now.available() > 0;
        if (wasInStock != isInStock) {
            outbox.publish(Topics.STOCK, new SkuStockChanged(now.skuId(), isInStock));
        }
        if (command.actor() != null) {
            outbox.publish(
                    Topics.AUDIT,
                    PrivilegedAct.of(
                            command.actor(),
                            "stock.adjust",
                            "sku:" + command.skuId(),
                            Map.of("delta", Integer.toString(command.delta()), "reason", command.reason()),
                            clock.instant()));
        }
    }
}
