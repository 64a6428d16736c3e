package org.gomall.api.common;

/** How far and how wide a list may be paged. */
public final class PageLimits {

    /** Largest page size. */
    public static final int MAX_SIZE = 100;

    /** Page size when none is asked for. */
    public static final int DEFAULT_SIZE = 20;

    /** Deepest page: beyond it a narrower query is wanted, not a longer scan. */
    public static final int MAX_PAGE = 1000;

    private PageLimits() {}
}
