package org.gomall.e2e.browser;

/**
 * How somebody looks at pages.
 *
 * @param language of the browser, for example zh-CN
 * @param width of the window in CSS pixels
 * @param dark whether a dark theme is preferred
 * @param scripts whether JavaScript runs
 */
record Look(String language, int width, boolean dark, boolean scripts) {

    static final String ENGLISH = "en";
    static final String CHINESE = "zh-CN";
    static final int PHONE = 360;
    static final int DESKTOP = 1440;

    static Look english(int width) {
        return new Look(ENGLISH, width, false, true);
    }

    static Look chinese(int width) {
        return new Look(CHINESE, width, false, true);
    }

    Look inTheDark(boolean yes) {
        return new Look(language, width, yes, scripts);
    }

    Look wide(int pixels) {
        return new Look(language, pixels, dark, scripts);
    }

    Look withoutScripts() {
        return new Look(language, width, dark, false);
    }

    int height() {
        return width < 700 ? 780 : 900;
    }

    /** For the name of a picture. */
    @Override
    public String toString() {
        return width + "-" + language.substring(0, 2) + (dark ? "-dark" : "-light");
    }
}
