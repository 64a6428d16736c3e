package org.gomall.stock.reservation;

import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.seata.core.context.RootContext;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReserveCommand;
import org.gomall.api.stock.ReserveLine;
import org.gomall.api.stock.StockReservationService;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.transaction.support.TransactionTemplate;

/** The Dubbo face of reservations. */
@DubboService
class StockReservations implements StockReservationService {

    /**
     * Profile of the control run which shows what the global transaction is good for: without one, both phases happen at once
     * and nothing takes them back.
     */
    private static final Profiles CONTROL_RUN = Profiles.of("test-control");

    private final ReserveBranch reserveBranch;
    private final ReleaseBranch releaseBranch;
    private final Reservations reservations;
    private final TransactionTemplate transaction;
    private final boolean controlRun;

    StockReservations(
            ReserveBranch reserveBranch,
            ReleaseBranch releaseBranch,
            Reservations reservations,
            TransactionTemplate transaction,
            Environment environment) {
        this.reserveBranch = reserveBranch;
        this.releaseBranch = releaseBranch;
        this.reservations = reservations;
        this.transaction = transaction;
        this.controlRun = environment.acceptsProfiles(CONTROL_RUN);
    }

    @Override
    public void reserve(ReserveCommand command) {
        List<ReserveLine> lines = command.lines();
        List<Long> orderIds =
                lines.stream().map(ReserveLine::orderId).distinct().toList();
        if (inGlobalTransaction()) {
            reservations.refuseHopeless(lines);
            reserveBranch.reserve(lines, orderIds);
        } else {
            transaction.executeWithoutResult(status -> {
                reservations.tryReserve(lines);
                reservations.confirm(orderIds);
            });
        }
    }

    @Override
    public void release(long orderId) {
        if (inGlobalTransaction()) {
            releaseBranch.release(orderId);
        } else {
            transaction.executeWithoutResult(status -> {
                reservations.tryRelease(orderId);
                reservations.release(orderId);
            });
        }
    }

    @Override
    public void sell(long orderId) {
        transaction.executeWithoutResult(status -> reservations.sell(orderId));
    }

    @Override
    public void takeBack(long orderId) {
        transaction.executeWithoutResult(status -> reservations.takeBack(orderId));
    }

    /** Without one, nobody would ever confirm or undo the Try, so it is refused. */
    private boolean inGlobalTransaction() {
        boolean global = RootContext.inGlobalTransaction();
        if (!global && !controlRun) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "Stock moves inside a global transaction only");
        }
        return global;
    }
}
