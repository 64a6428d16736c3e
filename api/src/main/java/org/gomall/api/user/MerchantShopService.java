package org.gomall.api.user;

import org.gomall.api.common.BusinessException;

/** The shop that somebody has or would like to have: one per user. */
public interface MerchantShopService {

    /**
     * Applies for a shop, or again after a rejection with better texts.
     *
     * <p>Not idempotent: the second application is refused.
     *
     * @throws BusinessException VALIDATION; CONFLICT when the user has a shop already or waits for a decision
     */
    OwnShopView apply(ShopCommand command) throws BusinessException;

    /**
     * The user's shop in any state, with the reason of a rejection. Safe to repeat.
     *
     * @throws BusinessException NOT_FOUND when this user never applied
     */
    OwnShopView own(long userId) throws BusinessException;

    /**
     * Replaces the texts of the user's shop; its state stays. Safe to repeat.
     *
     * @throws BusinessException VALIDATION; NOT_FOUND when this user never applied
     */
    OwnShopView update(ShopCommand command) throws BusinessException;
}
