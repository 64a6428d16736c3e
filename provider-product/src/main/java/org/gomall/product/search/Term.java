package org.gomall.product.search;

/**
 * One thing that a hit must contain.
 *
 * @param text a normalised term
 * @param prefix whether longer terms that begin with it count as well
 */
record Term(String text, boolean prefix) {

    /** Pattern for LIKE. Terms hold letters and digits only, so nothing in them needs escaping. */
    public String pattern() {
        return text + "%";
    }
}
