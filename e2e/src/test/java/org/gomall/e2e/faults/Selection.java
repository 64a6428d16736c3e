package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.List;

/** How much of the suite runs: a short set by default, all of it with {@code -Dgomall.faults=all} ({@code ./gomall faults}). */
public final class Selection {

    private static final boolean ALL = "all".equals(System.getProperty("gomall.faults"));

    private Selection() {}

    /** The first few of these, or all of them. */
    static <T> List<T> of(int few, List<T> all) {
        return ALL ? all : all.subList(0, few);
    }

    /** These, or all of them. */
    static <T> List<T> of(List<T> few, List<T> all) {
        return ALL ? all : few;
    }

    public static int count(int few, int all) {
        return ALL ? all : few;
    }

    public static Duration time(int shortSeconds, int longSeconds) {
        return Duration.ofSeconds(ALL ? longSeconds : shortSeconds);
    }
}
