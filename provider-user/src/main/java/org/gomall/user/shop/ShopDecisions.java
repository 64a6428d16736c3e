package org.gomall.user.shop;

import java.time.Clock;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.common.PageLimits;
import org.gomall.api.user.OwnShopView;
import org.gomall.api.user.RejectShopCommand;
import org.gomall.api.user.ShopAdminService;
import org.gomall.api.user.ShopQuery;
import org.gomall.api.user.ShopStatus;
import org.gomall.user.role.UserRoles;
import org.springframework.transaction.support.TransactionTemplate;

/** What admins decide about shops. */
@DubboService
class ShopDecisions implements ShopAdminService {

    private final ShopApplicationMapper shops;
    private final ShopSteps steps;
    private final UserRoles roles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShopDecisions(
            ShopApplicationMapper shops,
            ShopSteps steps,
            UserRoles roles,
            TransactionTemplate transaction,
            Clock clock) {
        this.shops = shops;
        this.steps = steps;
        this.roles = roles;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Page<OwnShopView> list(ShopQuery query) {
        int offset = (query.page() - 1) * query.size();
        return new Page<>(
                shops.page(query.status(), query.size(), offset),
                query.page(),
                query.size(),
                shops.count(query.status(), PageLimits.mostCounted(query.page(), query.size())));
    }

    @Override
    public OwnShopView approve(ActingUser actor, long shopId) {
        OwnShopView shop = existing(shopId);
        transaction.executeWithoutResult(status -> {
            steps.hold(shop.userId());
            steps.step(shopId, ShopStatus.PENDING, ShopStatus.APPROVED, actor, null);
            roles.grant(shop.userId(), UserRoles.MERCHANT, clock.instant());
            steps.tell(actor, "shop.approve", shopId, Map.of("owner", "user:" + shop.userId()));
        });
        return existing(shopId);
    }

    @Override
    public OwnShopView reject(RejectShopCommand command) {
        existing(command.shopId());
        String reason = command.reason().strip();
        transaction.executeWithoutResult(status -> {
            steps.step(command.shopId(), ShopStatus.PENDING, ShopStatus.REJECTED, command.actor(), reason);
            steps.tell(command.actor(), "shop.reject", command.shopId(), Map.of("reason", reason));
        });
        return existing(command.shopId());
    }

    private OwnShopView existing(long shopId) {
        OwnShopView shop = shops.byId(shopId);
        if (shop == null) {
            throw BusinessException.notFound("shop");
        }
        return shop;
    }
}
