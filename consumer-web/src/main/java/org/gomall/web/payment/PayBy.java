package org.gomall.web.payment;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How somebody wants to pay, as addresses and forms say it: {@code wallet}, {@code card-6001}, {@code card} for the newest
 * card, {@code new} for a card that is yet to be added.
 *
 * @param cardId null unless a certain card is meant
 */
public record PayBy(Kind kind, Long cardId) {

    /** Out of the wallet. */
    public static final PayBy WALLET = new PayBy(Kind.WALLET, null);

    /** By a card that is yet to be added. */
    public static final PayBy NEW = new PayBy(Kind.NEW, null);

    private static final Pattern CARD = Pattern.compile("card(?:-(\\d{1,18}))?");

    /** What the money comes from. */
    public enum Kind {
        WALLET,
        CARD,
        NEW
    }

    static PayBy card(long cardId) {
        return new PayBy(Kind.CARD, cardId);
    }

    /** The choice that an address or form names; null when it names none that is known. */
    public static PayBy named(String text) {
        if (text == null) {
            return null;
        }
        Matcher card = CARD.matcher(text);
        if (card.matches()) {
            return new PayBy(Kind.CARD, card.group(1) == null ? null : Long.valueOf(card.group(1)));
        }
        return text.equals(WALLET.text()) ? WALLET : text.equals(NEW.text()) ? NEW : null;
    }

    /** The name in addresses and forms. */
    public String text() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return cardId == null ? name : name + "-" + cardId;
    }

    /** Whether a card has to be added first. */
    public boolean isNew() {
        return kind == Kind.NEW;
    }
}
