package org.gomall.e2e.browser;

/** A product with its variants, and how it gets from there into the cart. */
final class ProductPage {

    private static final String FORM = "main form[action$='/cart/items']:has([name=quantity])";

    private final Visit visit;

    private ProductPage(Visit visit) {
        this.visit = visit;
    }

    static ProductPage open(Visit visit, long sku) {
        visit.open("/products/" + sku / 10 + "?sku=" + sku);
        return new ProductPage(visit);
    }

    /** Puts it into the cart and reads that it is there. */
    void addToCart() {
        visit.page.locator(FORM + " button[type=submit]:not([formaction])").click();
        visit.see("#flash a[href='/cart']");
    }

    /** Goes the short way, to the checkout or to what comes before it. */
    void buyNow(String leadsTo) {
        visit.press(FORM + " button[formaction$='/cart/buy']", leadsTo);
    }
}
