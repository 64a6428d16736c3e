package org.gomall.e2e.browser;

import java.util.List;

/** The ways to look at pages that walks are made in. */
final class Looks {

    static final List<Look> ALL = List.of(
            Look.english(Look.DESKTOP), Look.chinese(Look.DESKTOP), Look.english(Look.PHONE), Look.chinese(Look.PHONE));

    /** Two for the long walks: either width and either language. */
    static final List<Look> CROSSED = List.of(Look.english(Look.PHONE), Look.chinese(Look.DESKTOP));

    private Looks() {}
}
