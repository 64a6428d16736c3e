package org.gomall.user.shop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.ShopView;

/** Shops. */
@DubboService
class Shops implements ShopService {

    private static final int MOST_AT_ONCE = 500;

    private final ShopMapper mapper;

    Shops(ShopMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<ShopView> shops(Collection<Long> shopIds) {
        Check.fields().size(shopIds, 0, MOST_AT_ONCE, "shopIds").orRefuse();
        Set<Long> wanted = shopIds == null ? Set.of() : new LinkedHashSet<>(shopIds);
        return wanted.isEmpty() ? new ArrayList<>() : mapper.approved(wanted);
    }

    @Override
    public ShopView shopOfOwner(long userId) {
        ShopView shop = mapper.approvedOfOwner(userId);
        if (shop == null) {
            throw BusinessException.notFound("shop");
        }
        return shop;
    }
}
