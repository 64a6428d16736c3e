package org.gomall.order.orders;

/** Notes of shoppers. */
public final class Notes {

    private Notes() {}

    /** Without surrounding blanks; null when nothing is left. */
    public static String tidy(String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
