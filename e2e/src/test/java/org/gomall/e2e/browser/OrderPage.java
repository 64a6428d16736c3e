package org.gomall.e2e.browser;

/** One order as its shopper sees it. */
final class OrderPage {

    private final Visit visit;
    private final String order;

    private OrderPage(Visit visit, String order) {
        this.visit = visit;
        this.order = order;
    }

    static OrderPage open(Visit visit, String order) {
        visit.open("/orders/" + order);
        return new OrderPage(visit, order);
    }

    /** Waits, without loading the page again, until it names this status. */
    void awaitStatus(String status) {
        visit.read("#state", Words.of(visit.look()).say("order.status." + status));
    }

    /** Reads why it was cancelled. */
    void readReason(String reason) {
        visit.read("#order-live", Words.of(visit.look()).say("order.cancelled." + reason));
    }

    void awaitTracking(String number) {
        visit.read("#order-live", number);
    }

    void cancel() {
        confirm("cancel");
    }

    void receive() {
        confirm("receive");
    }

    void askForRefund(String reason) {
        visit.press("main a[href$='/orders/" + order + "/refund']", "/refund");
        visit.page.fill("main [name=reason]", reason);
        send("refund");
    }

    /** Follows the link and presses the button on the page that asks whether it is meant. */
    private void confirm(String what) {
        visit.press("main a[href$='/orders/" + order + "/" + what + "']", "/" + what);
        send(what);
    }

    private void send(String what) {
        visit.page
                .locator("main form[action$='/" + what + "'] button[type=submit]")
                .click();
        visit.page.waitForURL(url -> url.contains("/orders/" + order) && !url.contains("/" + what));
    }
}
