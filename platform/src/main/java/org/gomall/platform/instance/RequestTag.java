package org.gomall.platform.instance;

import java.util.Optional;

/**
 * The tag of the request that this thread works on. It goes along with every Dubbo call, and {@link TagRouter} chooses
 * an instance with the same tag ({@code GOMALL_TAG}) where there is one; requests without a tag never get there.
 */
public final class RequestTag {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
    private static final int LONGEST = 32;

    private RequestTag() {}

    public static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Whether a text from outside may be taken for a tag: letters, digits and dashes. */
    public static boolean isValid(String text) {
        return text != null && text.length() <= LONGEST && text.matches("[A-Za-z0-9-]+");
    }

    /** Begins (or, with null, ends) the work on a tagged request. */
    static void set(String tag) {
        if (tag == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(tag);
        }
    }
}
