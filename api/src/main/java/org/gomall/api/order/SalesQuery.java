package org.gomall.api.order;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Which sales: of a shop, or of the whole mall when {@code shopId} is null (for admins).
 *
 * @param from first day
 * @param until the day after the last one
 * @param zone where a day begins and ends, such as Asia/Shanghai
 */
public record SalesQuery(Long shopId, LocalDate from, LocalDate until, String zone) implements Checked, Serializable {

    /** Most days of a period. */
    public static final int MOST_DAYS = 92;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9000;

    /** The days up to and with today. */
    public static SalesQuery lastDays(Long shopId, int days, LocalDate today, ZoneId zone) {
        return new SalesQuery(shopId, today.minusDays(days - 1L), today.plusDays(1), zone.getId());
    }

    @Override
    public void check() {
        Check.fields()
                .that(shopId == null || shopId > 0, "shopId", "must be a valid id")
                .that(isDay(from), "from", "must be a day")
                .that(isDay(until), "until", "must be a day")
                .that(
                        !isDay(from)
                                || !isDay(until)
                                || from.isBefore(until) && !until.isAfter(from.plusDays(MOST_DAYS)),
                        "until",
                        "must lie 1 to " + MOST_DAYS + " days after from")
                .that(isZone(zone), "zone", "must be a time zone such as Asia/Shanghai")
                .orRefuse();
    }

    private static boolean isDay(LocalDate day) {
        return day != null && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static boolean isZone(String zone) {
        try {
            return zone != null && ZoneId.of(zone) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
