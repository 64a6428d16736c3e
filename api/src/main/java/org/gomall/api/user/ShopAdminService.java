package org.gomall.api.user;

import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;

/** What admins decide about shops. Every decision is a privileged act. */
public interface ShopAdminService {

    /** Shops of any state. Safe to repeat. */
    Page<OwnShopView> list(ShopQuery query) throws BusinessException;

    /**
     * Opens a shop and makes its owner a MERCHANT, both or neither.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE unless PENDING, so the first of two decisions counts, or
     *     when the owner's account is not ACTIVE
     */
    OwnShopView approve(ActingUser actor, long shopId) throws BusinessException;

    /**
     * Turns an application down.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE unless PENDING
     */
    OwnShopView reject(RejectShopCommand command) throws BusinessException;
}
