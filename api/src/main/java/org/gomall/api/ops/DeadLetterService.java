package org.gomall.api.ops;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;

/**
 * The dead letters of one application. Every provider exports it with its application name as the Dubbo group. For operations
 * only; the web checks the role.
 */
public interface DeadLetterService {

    /** The most letters that are listed at once. */
    int MOST = 1_000;

    /**
     * The newest letters. Safe to repeat.
     *
     * @param most how many, 1 to {@link #MOST}
     * @throws BusinessException VALIDATION
     */
    Page<DeadLetterView> newest(int most) throws BusinessException;

    /** How many letters wait. Safe to repeat. */
    long count() throws BusinessException;

    /**
     * Hands a letter to its handler once more. Safe to repeat: a letter is applied once, then it is gone.
     *
     * @param letterId number of the letter within its application
     */
    ReplayOutcome replay(long letterId) throws BusinessException;
}
