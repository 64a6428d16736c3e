package org.gomall.web.merchant;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Map;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundQuery;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.user.ShopView;
import org.gomall.web.figures.RecentSales;
import org.gomall.web.figures.SalesOverview;
import org.gomall.web.merchant.ShopStock.Shortage;
import org.gomall.web.page.VisitorZone;
import org.gomall.web.remote.Part;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a merchant begins the day. Its sources are asked together, and the page is there without any of them. */
@Controller
class DashboardPages {

    private final OwnShop shops;
    private final MerchantOrderService orders;
    private final RefundDecisionService refunds;
    private final MerchantProductService products;
    private final ShopStock stock;
    private final RecentSales sales;
    private final VisitorZone zones;

    DashboardPages(
            OwnShop shops,
            MerchantOrderService orders,
            RefundDecisionService refunds,
            MerchantProductService products,
            ShopStock stock,
            RecentSales sales,
            VisitorZone zones) {
        this.shops = shops;
        this.orders = orders;
        this.refunds = refunds;
        this.products = products;
        this.stock = stock;
        this.sales = sales;
        this.zones = zones;
    }

    @GetMapping("/merchant")
    String dashboard(CurrentUser user, Model model, HttpServletRequest request) {
        ShopView shop = shops.of(user.userId());
        model.addAttribute("shop", shop);
        model.addAttribute("desk", ask(shop.shopId(), zones.of(request)));
        return "merchant/dashboard";
    }

    private Dashboard ask(long shopId, ZoneId zone) {
        OrderQuery paid = new OrderQuery(shopId, OrderStatus.PAID, 1, 1);
        RefundQuery asked = new RefundQuery(shopId, RefundStatus.REQUESTED, 1, 1);
        Part<Long> toShip = Part.ask(() -> orders.list(paid).total());
        Part<Long> toDecide = Part.ask(() -> refunds.list(asked).total());
        Part<Shortage> shortage = Part.ask(() -> stock.shortage(shopId));
        Part<SalesOverview> recent = Part.ask(() -> sales.of(shopId, zone));
        Part<Map<ProductStatus, Long>> counts = Part.ask(() -> products.counts(shopId));
        return new Dashboard(
                toShip.orMissing(), toDecide.orMissing(), shortage.orMissing(), recent.orMissing(), counts.orMissing());
    }
}
