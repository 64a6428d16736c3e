package org.gomall.web.merchant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.gomall.api.order.SalesDay;
import org.gomall.api.order.SalesQuery;
import org.gomall.api.order.SalesService;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.page.VisitorZone;
import org.gomall.web.session.CurrentUser;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the merchant's own shop sold. */
@RestController
@RequestMapping("/api/merchant/figures")
@Tag(name = "Merchant")
class MerchantFiguresApi {

    private static final int DAYS = 30;

    private final SalesService sales;
    private final OwnShop shops;
    private final VisitorZone zones;
    private final Clock clock;

    MerchantFiguresApi(SalesService sales, OwnShop shops, VisitorZone zones, Clock clock) {
        this.sales = sales;
        this.shops = shops;
        this.zones = zones;
        this.clock = clock;
    }

    /** Without days the last thirty, without a zone the mall's. */
    @GetMapping
    @Operation(summary = "Sales of my shop by day, at most 92 days; until is the day after the last one")
    Envelope<Figures> figures(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            @RequestParam(required = false) ZoneId zone,
            CurrentUser user) {
        ZoneId where = zone == null ? zones.ofMall() : zone;
        long shopId = shops.idOf(user.userId());
        SalesQuery query = from == null && until == null
                ? SalesQuery.lastDays(shopId, DAYS, LocalDate.ofInstant(clock.instant(), where), where)
                : new SalesQuery(shopId, from, until, where.getId());
        query.check();
        return Envelope.ok(new Figures(query.from(), query.until(), query.zone(), sales.sales(query)));
    }

    record Figures(LocalDate from, LocalDate until, String zone, List<SalesDay> days) {}
}
