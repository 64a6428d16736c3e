package org.gomall.api.user;

import java.util.Collection;
import java.util.List;
import org.gomall.api.common.BusinessException;

/** Shops and who owns them. */
public interface ShopService {

    /** The approved shops among these ids, in no particular order; unknown ids are left out. Safe to repeat. */
    List<ShopView> shops(Collection<Long> shopIds) throws BusinessException;

    /**
     * The shop of a merchant. Safe to repeat.
     *
     * @throws BusinessException NOT_FOUND when this user has no approved shop
     */
    ShopView shopOfOwner(long userId) throws BusinessException;
}
