package org.gomall.order.place;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the database keeps them, so that the first answer and a repeated one are equal. */
final class Times {

    private Times() {}

    static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
