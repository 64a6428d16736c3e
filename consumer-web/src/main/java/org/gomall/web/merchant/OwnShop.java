package org.gomall.web.merchant;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.ShopView;
import org.springframework.stereotype.Component;

/** The approved shop of a merchant, which everything a merchant does is bound to. */
@Component
public class OwnShop {

    private final ShopService shops;

    OwnShop(ShopService shops) {
        this.shops = shops;
    }

    /**
     * The shop.
     *
     * @throws BusinessException NO_PERMISSION without an approved one
     */
    public ShopView of(long userId) {
        try {
            return shops.shopOfOwner(userId);
        } catch (BusinessException e) {
            throw e.error() == ErrorCode.NOT_FOUND ? new BusinessException(ErrorCode.NO_PERMISSION) : e;
        }
    }

    /** Its number; as {@link #of}. */
    public long idOf(long userId) {
        return of(userId).shopId();
    }
}
