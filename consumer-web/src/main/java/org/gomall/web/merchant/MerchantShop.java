package org.gomall.web.merchant;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.ShopView;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Component;

/** The shop of the merchant who opens a page. */
@Component
public class MerchantShop {

    private final ShopService shops;

    MerchantShop(ShopService shops) {
        this.shops = shops;
    }

    /**
     * The user's own shop.
     *
     * @throws BusinessException NO_PERMISSION for a user who has none
     */
    public ShopView of(CurrentUser user) {
        try {
            return shops.shopOfOwner(user.userId());
        } catch (BusinessException e) {
            throw e.error() == ErrorCode.NOT_FOUND ? new BusinessException(ErrorCode.NO_PERMISSION) : e;
        }
    }
}
