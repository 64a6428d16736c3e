package org.gomall.e2e.browser;

/** What ops do about a flood: limit a resource, and let it go again. */
final class OpsDesk {

    private static final String LIST = "/ops/rules/flow";

    private final Visit visit;

    OpsDesk(Visit visit) {
        this.visit = visit;
    }

    /** Lets only so many requests a second through to a resource of the web. */
    void limit(String resource, int perSecond) {
        visit.open(LIST + "/new");
        visit.page.selectOption("main [name=application]", "consumer-web");
        visit.page.fill("main [name=resource]", resource);
        visit.page.fill("main [name=count]", "" + perSecond);
        visit.page
                .locator("main form[action$='" + LIST + "'] button[type=submit]:not([name])")
                .click();
        visit.see("#flash .note");
        visit.see(row(resource));
    }

    void lift(String resource) {
        visit.open(LIST);
        visit.press(row(resource) + " a[href$='/delete']", "/delete");
        visit.page.locator("main form[action$='/delete'] button[type=submit]").click();
        visit.see("#flash .note");
    }

    private static String row(String resource) {
        return "main tr:has(code:text-is('" + resource + "'))";
    }
}
