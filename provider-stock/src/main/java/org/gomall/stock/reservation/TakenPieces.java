package org.gomall.stock.reservation;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReserveLine;
import org.gomall.platform.seata.FirstPhases;
import org.gomall.platform.seata.OpenBranch;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** First phases, each call in one local transaction together with the fence rows. */
@Component
class TakenPieces {

    private final FirstPhases phases;
    private final Reservations reservations;

    TakenPieces(FirstPhases phases, Reservations reservations) {
        this.phases = phases;
        this.reservations = reservations;
    }

    /** One purchase. */
    @Transactional
    public void take(OpenBranch branch, List<ReserveLine> lines) {
        fence(List.of(branch));
        reservations.tryReserve(lines);
    }

    /**
     * Several purchases of one SKU, all or none.
     *
     * @throws BusinessException as for one; it does not tell whose fault it is
     */
    @Transactional
    public void takeTogether(List<OpenBranch> branches, List<ReserveLine> lines) {
        fence(branches);
        reservations.tryReserve(lines);
    }

    private void fence(List<OpenBranch> branches) {
        try {
            phases.fence(branches);
        } catch (DuplicateKeyException e) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "This purchase was cancelled before");
        }
    }
}
