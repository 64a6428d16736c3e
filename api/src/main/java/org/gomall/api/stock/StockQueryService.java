package org.gomall.api.stock;

import java.util.Collection;
import java.util.List;
import org.gomall.api.common.BusinessException;

/** Reading stock. All calls are safe to repeat. */
public interface StockQueryService {

    /**
     * How many pieces could be bought now (at most 200 ids a call). Unknown SKUs are left out. Only a hint: the decision
     * is made by {@link StockReservationService#reserve}.
     */
    List<SkuAvailability> available(Collection<Long> skuIds) throws BusinessException;

    /**
     * All figures of one SKU.
     *
     * @throws BusinessException NOT_FOUND
     */
    StockLevel level(long skuId) throws BusinessException;

    /** All figures of these SKUs (at most 200 ids a call). Unknown SKUs are left out. */
    List<StockLevel> levels(Collection<Long> skuIds) throws BusinessException;
}
