package org.gomall.api.ops;

import org.gomall.api.common.BusinessException;

/** The laws of the mall held against the live schemas of all services. For operations only; the web checks the role. */
public interface ReconciliationService {

    /**
     * The last report. Safe to repeat.
     *
     * @throws BusinessException ILLEGAL_STATE when nobody has looked yet
     */
    ReconciliationReport last() throws BusinessException;

    /**
     * Looks now, and waits for the end of a look that is under way instead of starting a second one. Changes nothing but the
     * report; takes seconds, on large schemas a minute. Safe to repeat.
     *
     * @throws BusinessException UNAVAILABLE when the schemas cannot be read
     */
    ReconciliationReport run() throws BusinessException;
}
