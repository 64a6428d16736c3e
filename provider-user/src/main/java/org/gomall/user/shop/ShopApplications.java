package org.gomall.user.shop;

import java.time.Clock;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.MerchantShopService;
import org.gomall.api.user.OwnShopView;
import org.gomall.api.user.ShopCommand;
import org.gomall.api.user.ShopStatus;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Applying for a shop, and changing the own one. */
@DubboService
class ShopApplications implements MerchantShopService {

    private final ShopApplicationMapper shops;
    private final ShopSteps steps;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShopApplications(ShopApplicationMapper shops, ShopSteps steps, TransactionTemplate transaction, Clock clock) {
        this.shops = shops;
        this.steps = steps;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public OwnShopView apply(ShopCommand command) {
        ShopCommand tidy = tidy(command);
        OwnShopView before = shops.ofOwner(tidy.actor().userId());
        try {
            transaction.executeWithoutResult(status -> {
                steps.hold(tidy.actor().userId());
                if (before == null) {
                    steps.open(tidy);
                } else {
                    again(before, tidy);
                }
            });
        } catch (DuplicateKeyException appliedMeanwhile) {
            throw taken();
        }
        return own(tidy.actor().userId());
    }

    @Override
    public OwnShopView own(long userId) {
        OwnShopView shop = shops.ofOwner(userId);
        if (shop == null) {
            throw BusinessException.notFound("shop");
        }
        return shop;
    }

    @Override
    public OwnShopView update(ShopCommand command) {
        ShopCommand tidy = tidy(command);
        transaction.executeWithoutResult(status -> {
            steps.hold(tidy.actor().userId());
            if (shops.write(tidy, clock.instant()) == 0) {
                throw BusinessException.notFound("shop");
            }
            steps.tell(tidy.actor(), "shop.update", own(tidy.actor().userId()).shopId(), Map.of("name", tidy.name()));
        });
        return own(tidy.actor().userId());
    }

    private void again(OwnShopView before, ShopCommand command) {
        if (before.status() != ShopStatus.REJECTED) {
            throw taken();
        }
        steps.step(before.shopId(), ShopStatus.REJECTED, ShopStatus.PENDING, command.actor(), null);
        shops.write(command, clock.instant());
        steps.tell(command.actor(), "shop.apply", before.shopId(), Map.of("name", command.name()));
    }

    private static ShopCommand tidy(ShopCommand command) {
        return new ShopCommand(
                command.actor(),
                command.name().strip(),
                orNull(command.nameZh()),
                command.description().strip(),
                orNull(command.descriptionZh()));
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static BusinessException taken() {
        return new BusinessException(ErrorCode.CONFLICT, "You have a shop already, or wait for a decision about one");
    }
}
