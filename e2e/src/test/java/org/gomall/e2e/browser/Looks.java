package org.gomall.e2e.browser;

import java.util.List;

/** The ways to look at pages that walks are made in: crossed, so that two show both widths and both languages. */
final class Looks {

    static final List<Look> PHONE_IN_CHINESE = List.of(Look.chinese(Look.PHONE), Look.english(Look.DESKTOP));

    static final List<Look> PHONE_IN_ENGLISH = List.of(Look.english(Look.PHONE), Look.chinese(Look.DESKTOP));

    private Looks() {}
}
