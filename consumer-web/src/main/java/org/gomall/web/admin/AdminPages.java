package org.gomall.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import org.gomall.api.common.ActingUser;
import org.gomall.web.figures.RecentSales;
import org.gomall.web.figures.SalesOverview;
import org.gomall.web.page.VisitorZone;
import org.gomall.web.remote.Part;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where admins begin: what waits for them, how the mall does, and what was done last. */
@Controller
class AdminPages {

    private final Overviews overviews;
    private final RecentSales sales;
    private final VisitorZone zone;

    AdminPages(Overviews overviews, RecentSales sales, VisitorZone zone) {
        this.overviews = overviews;
        this.sales = sales;
        this.zone = zone;
    }

    @GetMapping("/admin")
    String start(ActingUser admin, Model model, HttpServletRequest request) {
        ZoneId here = zone.of(request);
        Part<SalesOverview> recent = Part.ask(() -> sales.of(null, here));
        model.addAttribute("overview", overviews.of(admin));
        model.addAttribute("sales", recent.orMissing());
        return "admin/start";
    }
}
