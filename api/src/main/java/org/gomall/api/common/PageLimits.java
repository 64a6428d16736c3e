package org.gomall.api.common;

/** How far and how wide a list may be paged. */
public final class PageLimits {

    /** Largest page size. */
    public static final int MAX_SIZE = 100;

    /** Page size when none is asked for. */
    public static final int DEFAULT_SIZE = 20;

    /** Deepest page: beyond it a narrower query is wanted, not a longer scan. */
    public static final int MAX_PAGE = 1000;

    /** Lists count no further: a total of this many means so many or more. */
    public static final int MAX_COUNTED = 10_000;

    private PageLimits() {}

    /** How far to count for this page: as far as it goes itself when it lies beyond {@link #MAX_COUNTED}. */
    public static long mostCounted(int page, int size) {
        return Math.max(MAX_COUNTED, (long) page * size);
    }
}
