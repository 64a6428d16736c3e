package org.gomall.product.search;

import java.util.List;

/**
 * What one term of a keyword has found in the table of terms.
 *
 * @param text the term itself, a hit on which counts twice
 * @param found the terms that count as hits, which are none or the term and longer ones that begin with it
 * @param postings how many rows these have, up to one more than {@link Criteria#CANDIDATES}
 */
record Words(String text, List<String> found, int postings) {

    /** Whether only the best of the products are looked at. */
    boolean areMany() {
        return postings > Criteria.CANDIDATES;
    }

    /** How many products of each term are looked at: all, unless they are many. */
    int each() {
        return areMany() ? Criteria.CANDIDATES / found.size() : Criteria.CANDIDATES;
    }
}
