package org.gomall.api.product;

/** Orders a product list can have; the JSON and URL names are the camel-case forms (priceAsc). */
public enum ProductSort {
    RELEVANCE("relevance"),
    NEWEST("newest"),
    PRICE_ASC("priceAsc"),
    PRICE_DESC("priceDesc"),
    SALES("sales");

    private final String text;

    ProductSort(String text) {
        this.text = text;
    }

    /** Name used in URLs. */
    public String text() {
        return text;
    }
}
