package org.gomall.web.preview;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.SalesDay;
import org.gomall.api.order.SalesQuery;
import org.gomall.api.order.SalesService;

/** Made-up sales that look like those of a shop: better at weekends, and now and then something comes back. */
class MemorySales implements SalesService {

    /** As if nobody could tell. */
    boolean away;

    /** As if nothing had been sold yet. */
    boolean none;

    @Override
    public List<SalesDay> sales(SalesQuery query) {
        if (away) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        query.check();
        int shops = query.shopId() == null ? 7 : 1;
        return query.from()
                .datesUntil(query.until())
                .map(day -> {
                    long orders = none
                            ? 0
                            : shops * (day.getDayOfWeek().getValue() / 6 * 4 + day.getDayOfYear() * 7 % 5 + 1L);
                    long refunded = !none && day.getDayOfMonth() % 9 == 4 ? 12_900L * shops : 0;
                    return new SalesDay(day, orders, orders + orders / 3, orders * 15_870, refunded);
                })
                .toList();
    }
}
