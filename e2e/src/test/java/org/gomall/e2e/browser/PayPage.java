package org.gomall.e2e.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;

/** Where orders are paid, and what became of it. */
final class PayPage {

    private static final String FORM = "main form[method=post][action$='/pay']";
    private static final String RESULT = "/result";

    private final Visit visit;
    private final List<String> orders;

    PayPage(Visit visit, List<String> orders) {
        this.visit = visit;
        this.orders = orders;
    }

    static PayPage open(Visit visit, String... orders) {
        PayPage page = new PayPage(visit, List.of(orders));
        visit.open(page.address());
        return page;
    }

    private String address() {
        return "/pay?orderIds=" + String.join(",", orders);
    }

    void byWallet() {
        Locator wallet = visit.page.locator("input[name=method][value=wallet]");
        if (wallet.count() > 0) {
            wallet.check();
        }
        visit.press(FORM + " button[type=submit]", RESULT);
    }

    /** Types in a card and comes back with it. */
    void addCard(String number) {
        visit.open("/account/cards/new?next=" + address().replace("?", "%3F").replace("=", "%3D"));
        Map.of("number", number, "holder", "Li Lei", "expiryMonth", "12", "expiryYear", "2031", "cvv", "123")
                .forEach((field, value) -> visit.page.fill("main input[name=" + field + "]", value));
        visit.press("main form[action$='/account/cards'] button[type=submit]", "/pay?");
    }

    void byCard(String lastFour) {
        String choice = "label:has-text('" + lastFour + "') input[type=radio]";
        visit.page.locator(choice).first().check();
        visit.press(FORM + ":has(" + choice + ") button[type=submit]", RESULT);
    }

    /** Waits, without loading anything again, until the page says how the payment ended. */
    void awaitResult(String status) {
        visit.read("main h1", Words.of(visit.look()).say("result." + status));
    }

    /** Goes from a payment that failed back to the choice. */
    void tryAgain() {
        visit.press("main a[href*='/pay?orderIds=']", "/pay?");
    }

    /** Waits, without loading anything again, until nothing can be paid here and the order is said to be cancelled. */
    void awaitTimeOut() {
        visit.page
                .locator(FORM)
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.DETACHED)
                        .setTimeout(60_000));
        visit.read("main .tag", Words.of(visit.look()).say("order.status.CANCELLED"));
    }

    boolean canBePaid() {
        return visit.page.locator(FORM + " button[type=submit]").count() > 0;
    }
}
