package org.gomall.web.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.SalesQuery;
import org.gomall.api.order.SalesService;
import org.springframework.stereotype.Component;

/** The sales of the last thirty days, today being the last of them. */
@Component
public class RecentSales {

    private static final int DAYS = 30;

    private final SalesService sales;
    private final Clock clock;

    RecentSales(SalesService sales, Clock clock) {
        this.sales = sales;
        this.clock = clock;
    }

    /**
     * Those of a shop, or of the whole mall for null.
     *
     * @param zone of who looks at them
     * @throws BusinessException UNAVAILABLE or TIMEOUT
     */
    public SalesOverview of(Long shopId, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return new SalesOverview(sales.sales(SalesQuery.lastDays(shopId, DAYS, today, zone)));
    }
}
