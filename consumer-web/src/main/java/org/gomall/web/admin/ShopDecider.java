package org.gomall.web.admin;

import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.user.OwnShopView;
import org.gomall.api.user.RejectShopCommand;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.ShopQuery;
import org.gomall.web.session.SessionStore;
import org.springframework.stereotype.Component;

/** Decisions about shops, for the API and the pages alike: a new merchant's rights hold from the next request on. */
@Component
class ShopDecider {

    private final ShopAdminService shops;
    private final SessionStore sessions;

    ShopDecider(ShopAdminService shops, SessionStore sessions) {
        this.shops = shops;
        this.sessions = sessions;
    }

    Page<OwnShopView> list(ShopQuery query) {
        return shops.list(query);
    }

    OwnShopView approve(ActingUser actor, long shopId) {
        OwnShopView shop = shops.approve(actor, shopId);
        sessions.rightsChanged();
        return shop;
    }

    OwnShopView reject(ActingUser actor, long shopId, String reason) {
        RejectShopCommand command = new RejectShopCommand(actor, shopId, reason);
        command.check();
        return shops.reject(command);
    }
}
