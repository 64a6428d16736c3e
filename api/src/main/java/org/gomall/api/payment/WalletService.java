package org.gomall.api.payment;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.common.Replayable;

/** Wallets. The balance is the sum of the ledger entries at every moment and never negative. */
public interface WalletService {

    /** The wallet of a user; one that was never used has balance 0. Safe to repeat. */
    WalletView wallet(long userId) throws BusinessException;

    /** Ledger entries of a user's wallet, newest first. Safe to repeat. */
    Page<WalletEntryView> entries(long userId, int page, int size) throws BusinessException;

    /**
     * Puts money into the wallet through the sandbox. Idempotent by (user, key).
     *
     * @throws BusinessException VALIDATION; IDEMPOTENCY_KEY_REUSED
     */
    Replayable<TopUpView> topUp(TopUpCommand command) throws BusinessException;
}
