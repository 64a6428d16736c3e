package org.gomall.web.ready;

import java.util.List;
import java.util.Locale;

/**
 * Everything about a request that an answer may depend on besides its contents and its blanks.
 *
 * @param path as it was sent
 * @param query as it was sent, or null
 * @param locale the language of a page; null for JSON, which has none
 * @param inCart the number on the cart in the frame of a page
 * @param roles of whoever is logged in, in the frame of a page; null for a guest
 */
record Asked(String path, String query, Locale locale, int inCart, List<String> roles) {

    boolean isPage() {
        return locale != null;
    }

    int bytes() {
        return 2 * (path.length() + (query == null ? 0 : query.length()));
    }
}
