package org.gomall.web.page;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How amounts, times and names are written for one visitor.
 *
 * @param zone asked for only where a time is written
 */
public record Formats(Locale locale, Supplier<ZoneId> zone) {

    /** U+2212, as wide as a plus sign; a hyphen would be read as a dash. */
    private static final String MINUS = "\u2212";

    private static final int FEN = 100;
    private static final int IN_A_GROUP = 3;

    Formats(Locale locale, ZoneId zone) {
        this(locale, () -> zone);
    }

    /** An amount in fen, for example ¥1,234.50. Exact: no floating point on the way. */
    public String money(long cents) {
        StringBuilder text = new StringBuilder(cents < 0 ? MINUS : "").append('¥');
        group(Math.abs(cents / FEN), text);
        long fen = Math.abs(cents % FEN);
        return text.append('.').append(fen / 10).append(fen % 10).toString();
    }

    /** An amount with its sign also when it is positive. */
    public String signedMoney(long cents) {
        return cents > 0 ? "+" + money(cents) : money(cents);
    }

    /** One price, or the lowest and the highest. */
    public String priceRange(long minCents, long maxCents) {
        return minCents == maxCents ? money(minCents) : money(minCents) + " – " + money(maxCents);
    }

    /** An amount as a form field takes it: no symbol, no grouping. */
    public String plain(long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        return amount.stripTrailingZeros().scale() <= 0 ? amount.toBigInteger().toString() : amount.toPlainString();
    }

    /** A whole number with grouping. */
    public String count(long number) {
        StringBuilder text = new StringBuilder(number < 0 ? "-" : "");
        group(Math.abs(number), text);
        return text.toString();
    }

    /** Date and time of day in the visitor's zone. */
    public String time(Instant at) {
        return at == null ? "" : of(FormatStyle.SHORT).format(at);
    }

    /** Date and time of day with seconds and the zone, to be compared with a log. */
    public String moment(Instant at) {
        return at == null
                ? ""
                : of(FormatStyle.MEDIUM).format(at)
                        + DateTimeFormatter.ofPattern(" O", Locale.ROOT)
                                .withZone(zone.get())
                                .format(at);
    }

    /** Only the date. */
    public String date(Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withZone(zone.get())
                        .format(at);
    }

    /** A day of the calendar. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** A day of the calendar where the year is plain, as short as it can be read. */
    public String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(isChinese() ? "M/d" : "MMM d", locale)
                .format(day);
    }

    /** The name in the visitor's language, or in the other one when it is missing. */
    public String name(String english, String chinese) {
        String first = isChinese() ? chinese : english;
        String second = isChinese() ? english : chinese;
        return isThere(first) ? first : second;
    }

    /** The values of a SKU's specs, for example Black · L. */
    public String specs(Map<String, String> specs) {
        return specs == null ? "" : String.join(" · ", specs.values());
    }

    /** The lines of an address, from small to large in English and from large to small in Chinese. */
    public List<String> place(String province, String city, String district, String street, String zip) {
        Stream<String> parts = isChinese()
                ? Stream.of(together(province, city, district), street, zip)
                : Stream.of(
                        street,
                        Stream.of(district, city, province)
                                .filter(Formats::isThere)
                                .collect(joining(", ")),
                        zip);
        return parts.filter(Formats::isThere).toList();
    }

    /** As both languages write it. By hand, because a page has dozens of amounts and a NumberFormat is for one thread. */
    private static void group(long number, StringBuilder text) {
        String digits = Long.toString(number);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % IN_A_GROUP == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
    }

    /** Names in Chinese stand next to each other, others would run together. */
    private static String together(String... names) {
        List<String> there = Stream.of(names).filter(Formats::isThere).toList();
        boolean chinese =
                there.stream().flatMapToInt(String::codePoints).noneMatch(c -> c < 128 && Character.isLetter(c));
        return String.join(chinese ? "" : " ", there);
    }

    private boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    private static boolean isThere(String text) {
        return text != null && !text.isBlank();
    }

    private DateTimeFormatter of(FormatStyle timeStyle) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, timeStyle)
                .withLocale(locale)
                .withZone(zone.get());
    }
}
