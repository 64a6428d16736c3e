package org.gomall.web.ready;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a controller says that its answer may be given to others who ask for the same, as long as it would be made of the same
 * things. {@link ReadyFilter} does it (docs/adr/0027-ready-answers.md).
 */
public final class Ready {

    private Ready() {}

    /**
     * Offers the answer that is about to be drawn. What it shows may depend on nothing but the address, the language, the
     * contents and, in the frame of a page, on the number on the cart, the form token, and the name and the roles of the user.
     *
     * @param contents exactly what the answer is made of, to be compared as a whole; null offers nothing
     * @param now what it would be made of; null or a refusal when it has to be made anew in any case
     */
    public static void offer(HttpServletRequest request, Object contents, Supplier<?> now) {
        if (contents != null && request.getAttribute(Draft.ATTRIBUTE) instanceof Draft draft) {
            draft.offer(contents, now);
        }
    }

    /** Several things as one; null when any of them is missing. */
    public static Object all(Object... parts) {
        for (Object part : parts) {
            if (part == null) {
                return null;
            }
        }
        return List.of(parts);
    }

    /** Takes an offer back: something only this visitor may see, or sees in this way, is being drawn. */
    public static void takeBack(HttpServletRequest request) {
        if (request.getAttribute(Draft.ATTRIBUTE) instanceof Draft draft) {
            draft.takeBack();
        }
    }
}
