package org.gomall.stock.level;

import java.util.Collection;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockLevel;
import org.gomall.api.stock.StockQueryService;

/** Reads stock as it is now; one statement for any number of SKUs. */
@DubboService
class StockLevels implements StockQueryService {

    private static final int MAX_IDS = 200;

    private final StockLevelMapper levels;

    StockLevels(StockLevelMapper levels) {
        this.levels = levels;
    }

    @Override
    public List<SkuAvailability> available(Collection<Long> skuIds) {
        Check.fields().size(skuIds, 0, MAX_IDS, "skuIds").orRefuse();
        return skuIds.isEmpty() ? List.of() : levels.available(skuIds);
    }

    @Override
    public StockLevel level(long skuId) {
        StockLevel level = levels.find(skuId);
        if (level == null) {
            throw BusinessException.notFound("SKU");
        }
        return level;
    }

    @Override
    public List<StockLevel> levels(Collection<Long> skuIds) {
        Check.fields().size(skuIds, 0, MAX_IDS, "skuIds").orRefuse();
        return skuIds.isEmpty() ? List.of() : levels.all(skuIds);
    }
}
