package org.gomall.e2e.faults;

/** What shoppers do, in the proportions of a usual day. */
public enum Kind {
    BROWSE(70),
    CART(15),
    ORDER(10),
    PAY(4),
    CANCEL(1);

    private final int percent;

    Kind(int percent) {
        this.percent = percent;
    }

    /**
     * @param point 0 to 99, evenly distributed
     */
    static Kind at(int point) {
        int left = point;
        for (Kind kind : values()) {
            if (left < kind.percent) {
                return kind;
            }
            left -= kind.percent;
        }
        throw new IllegalArgumentException(point + " is not below 100");
    }

    /** True for writes that are repeated, with the same key, until their answer is final. */
    boolean isRepeated() {
        return this == ORDER || this == PAY || this == CANCEL;
    }
}
