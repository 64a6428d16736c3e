package org.gomall.e2e.browser;

/** What an admin decides: about products and about the rights of users. */
final class AdminDesk {

    private final Visit visit;

    AdminDesk(Visit visit) {
        this.visit = visit;
    }

    void reject(String product, String reason) {
        openWaiting(product);
        visit.page.fill("main [name=reason]", reason);
        decide("reject");
    }

    void approve(String product) {
        openWaiting(product);
        decide("approve");
    }

    /** Finds the product among those that wait for a decision. */
    private void openWaiting(String product) {
        String address = "/admin/products/" + product;
        visit.open("/admin/products");
        visit.press("main a[href$='" + address + "']", address);
    }

    private void decide(String how) {
        visit.page
                .locator("main form[action$='/" + how + "'] button[type=submit]")
                .click();
        // Back where the next one waits; this one does not any more.
        visit.page.waitForURL(url -> !url.endsWith("/" + how));
        visit.see("#flash .note");
    }

    /** Takes a role from a user. */
    void takeRole(String user, String role) {
        visit.open("/admin/users/" + user);
        visit.page.uncheck("main input[name=role][value='" + role + "']");
        visit.press("main form[method=get][action$='/roles'] button[type=submit]", "/roles");
        visit.page
                .locator("main form[method=post][action$='/roles'] button[type=submit]")
                .click();
        visit.see("#flash .note");
    }

    /** Leaves a role with nothing that it may do. */
    void emptyRole(String role) {
        visit.open("/admin/roles/" + role);
        visit.page.fill("main [name=permissions]", "");
        visit.page
                .locator("main form[action$='/roles/" + role + "'] button[type=submit]")
                .click();
        visit.see("#flash .note");
    }
}
