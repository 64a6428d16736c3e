package org.gomall.e2e.browser;

/** What a merchant does: list, mend, ship. */
final class MerchantDesk {

    private static final String PRODUCTS = "/merchant/products/";

    private final Visit visit;

    MerchantDesk(Visit visit) {
        this.visit = visit;
    }

    /** Lists a product with one variant, hands it in, and answers its id. */
    String list(String name, String priceYuan, String pieces) {
        visit.open(PRODUCTS + "new");
        visit.page.fill("main [name=name]", name);
        visit.page.fill("main [name=description]", "Thrown on the wheel, glazed by hand.");
        visit.page.selectOption("main [name=categoryId]", "3107");
        visit.page.locator("main [name=skuPrice]").first().fill(priceYuan);
        visit.page.locator("main [name=skuStock]:visible").first().fill(pieces);
        submit();
        visit.page.waitForURL(url -> url.matches(".*" + PRODUCTS + "[0-9]+"));
        return visit.path().substring(PRODUCTS.length());
    }

    /** Finds the product among the rejected ones, reads why, and hands it in again with another price. */
    void mend(String product, String reason, String priceYuan) {
        visit.open("/merchant/products?status=REJECTED");
        visit.press("main a[href$='" + PRODUCTS + product + "']", PRODUCTS + product);
        visit.read("main", reason);
        visit.page.locator("main [name=skuPrice]").first().fill(priceYuan);
        submit();
        visit.see("main :text-is('" + Words.of(visit.look()).say("listing.status.PENDING") + "')");
    }

    private void submit() {
        visit.page.locator("main button[name=then][value=submit]").click();
    }

    void ship(String order, String number) {
        visit.open("/merchant/orders/" + order);
        visit.page.fill("main [name=carrier]", "SF Express");
        visit.page.fill("main [name=trackingNo]", number);
        visit.page.locator("main form[action$='/ship'] button[type=submit]").click();
        visit.read("main", Words.of(visit.look()).say("order.status.SHIPPED"));
    }
}
