package org.gomall.web.page;

import java.util.stream.Stream;

/** The tab of a list that its address names, such as {@code ?status=PAID}. */
public final class Tab {

    private Tab() {}

    /** The value of this name, or null for all of them: an address with a name that nobody knows shows everything. */
    public static <E extends Enum<E>> E named(Class<E> kind, String name) {
        return Stream.of(kind.getEnumConstants())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
