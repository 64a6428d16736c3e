package org.gomall.e2e.browser;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the first step of the checkout to the page where the orders are paid. */
final class CheckoutPage {

    private static final Pattern ORDERS = Pattern.compile("orderIds=([0-9]+(?:(?:,|%2C)[0-9]+)*)");

    private final Visit visit;

    CheckoutPage(Visit visit) {
        this.visit = visit;
    }

    /** Takes the address that is offered and the wallet, and places the orders. */
    List<String> placeOrders() {
        visit.press("main form[method=get] button[type=submit]", "step=payment");
        visit.page.check("main input[name=method][value=wallet i]");
        visit.press("main form[method=get] button[type=submit]", "step=review");
        visit.press("main form[method=post][action$='/checkout'] button[type=submit]", "/pay?");
        Matcher orders = ORDERS.matcher(visit.path());
        if (!orders.find()) {
            throw new AssertionError("no orders in " + visit.path());
        }
        return List.of(orders.group(1).split(",|%2C"));
    }
}
