package org.gomall.api.ops;

import java.util.List;
import org.gomall.api.common.BusinessException;

/** Global transactions that hang, over all services. For operations only; the web checks the role. */
public interface TransactionService {

    /**
     * What has been half-way for more than a minute, or whose second phase has failed three times, the oldest first, at most 200. Safe to repeat.
     *
     * @throws BusinessException UNAVAILABLE when the schemas cannot be read
     */
    List<StuckTransaction> stuck() throws BusinessException;

    /**
     * Puts the reservation of an order whose second phase fails back to what the order says, and the figures of its SKUs to
     * what their reservations say, so that the coordinator's next attempt succeeds. Touches nothing of an order that is not
     * half-way. Safe to repeat.
     *
     * @return whether something was changed
     * @throws BusinessException ILLEGAL_STATE when the pieces that are there do not allow it: then they have to be counted
     */
    boolean repair(long orderId) throws BusinessException;
}
