package org.gomall.web.admin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.gomall.web.page.Problem;
import org.springframework.web.util.UriUtils;

/** What was typed into the fields of a search; blank means that it does not matter. */
final class Typed {

    private Typed() {}

    /** The text without blanks around it, or null. */
    static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The number, or null. */
    static Long number(String value, String field) {
        try {
            return text(value) == null ? null : Long.valueOf(value.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid(field);
        }
    }

    /** The beginning of a day of UTC, or of one that is so many days later; or null. */
    static Instant day(String value, String field, int later) {
        try {
            return text(value) == null
                    ? null
                    : LocalDate.parse(value.strip())
                            .plusDays(later)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field);
        }
    }

    /** The pair as it stands in an address, with an ampersand behind it; nothing for a blank value. */
    static String pair(String name, String value) {
        return text(value) == null ? "" : name + "=" + UriUtils.encode(value.strip(), StandardCharsets.UTF_8) + "&";
    }
}
