package org.gomall.platform.process;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/**
 * The message of a log line on one line, without secrets. A safety net under careful code, not a licence: values after
 * words like password or token, card numbers and phone numbers are masked, and line breaks from outside cannot
 * forge further lines.
 */
public final class MaskedMessage extends ClassicConverter {

    private static final Pattern SECRET =
            Pattern.compile("(?i)((?:passw(?:or)?d|token|secret|cvv|authorization|cookie)[\"']?\\s*[:=]\\s*[\"']?)"
                    + "(?:Bearer\\s+)?[^\\s\"',;})]+");

    /** 15 or 16 digits as cards have them, or UnionPay's longer ones; our ids have 17 or 18 digits and begin lower. */
    private static final Pattern CARD =
            Pattern.compile("\\b(?:62\\d{14,17}|[345]\\d{14,15}|(?:\\d{4}[ -]){3}\\d{4})\\b");

    private static final Pattern PHONE = Pattern.compile("\\b(1[3-9]\\d)\\d{4}(\\d{4})\\b");

    @Override
    public String convert(ILoggingEvent event) {
        return mask(event.getFormattedMessage());
    }

    static String mask(String message) {
        return message == null ? "" : withoutSecrets(message).replace('\r', ' ').replace("\n", " | ");
    }

    /** The same text, its line breaks included, with stars in place of secrets. */
    static String withoutSecrets(String text) {
        String masked = SECRET.matcher(text).replaceAll("$1***");
        masked = CARD.matcher(masked).replaceAll("****");
        return PHONE.matcher(masked).replaceAll("$1****$2");
    }
}
