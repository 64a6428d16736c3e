package org.gomall.product;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockLevel;
import org.gomall.api.stock.StockQueryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What a stand-in for provider-stock, exported over real Dubbo, answers. */
@Component
public class StockAnswers {

    private final Map<Long, Integer> available = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** From now on this many pieces can be bought. */
    public void set(long skuId, int pieces) {
        available.put(skuId, pieces);
    }

    /** From now on every question is refused, or answered again. */
    public void away(boolean value) {
        away = value;
    }

    @Configuration(proxyBeanMethods = false)
    static class Exported {

        // Not for injection: the code under test has to take the Dubbo reference.
        @Bean(autowireCandidate = false)
        @DubboService
        StockQueryService standInForStock(StockAnswers answers) {
            return new StockQueryService() {
                @Override
                public List<SkuAvailability> available(Collection<Long> skuIds) {
                    if (answers.away) {
                        throw new BusinessException(ErrorCode.UNAVAILABLE);
                    }
                    return skuIds.stream()
                            .filter(answers.available::containsKey)
                            .map(id -> new SkuAvailability(id, answers.available.get(id)))
                            .toList();
                }

                @Override
                public List<StockLevel> levels(Collection<Long> skuIds) {
                    throw new BusinessException(ErrorCode.UNAVAILABLE);
                }

                @Override
                public StockLevel level(long skuId) {
                    throw BusinessException.notFound("SKU");
                }
            };
        }
    }
}
