package org.gomall.api.order;

import java.util.List;
import org.gomall.api.common.BusinessException;

/** What was sold, by day. */
public interface SalesService {

    /**
     * One entry for every day of the period, in order, also for days on which nothing happened. The figures are those of
     * the moment: a day changes until it is over, and never afterwards. Safe to repeat.
     *
     * @throws BusinessException VALIDATION for a period of no day or of too many, or an unknown time zone
     */
    List<SalesDay> sales(SalesQuery query) throws BusinessException;
}
