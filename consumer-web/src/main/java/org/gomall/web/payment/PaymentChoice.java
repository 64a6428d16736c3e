package org.gomall.web.payment;

import java.util.List;
import org.gomall.api.payment.CardView;

/**
 * What a shopper can pay with, and what is chosen.
 *
 * @param totalCents what is to be paid, in fen
 * @param balanceCents what the wallet holds, in fen; null while it cannot be asked
 * @param cards newest first; null while they cannot be asked
 */
public record PaymentChoice(long totalCents, Long balanceCents, List<CardView> cards, PayBy chosen) {

    /**
     * A choice that begins with what is wanted, as far as there is such a thing.
     *
     * @param wanted null when nothing was chosen yet
     * @param atOnce whether it is paid now: then an empty wallet is no choice; before that there is time to fill it
     */
    static PaymentChoice of(long totalCents, Long balanceCents, List<CardView> cards, PayBy wanted, boolean atOnce) {
        PaymentChoice open = new PaymentChoice(totalCents, balanceCents, cards, null);
        return new PaymentChoice(totalCents, balanceCents, cards, open.chosen(wanted, atOnce));
    }

    /** What the wallet lacks, in fen; 0 when it is enough or not known. */
    public long missingCents() {
        return balanceCents == null ? 0 : Math.max(0, totalCents - balanceCents);
    }

    /** The card that is chosen; null when none is, or when it cannot be shown. */
    public CardView card() {
        return chosen.cardId() == null || cards == null ? null : find(chosen.cardId());
    }

    private PayBy chosen(PayBy wanted, boolean atOnce) {
        if (wanted != null && wanted.isNew()) {
            return wanted;
        }
        boolean canUseWallet = missingCents() == 0 || !atOnce;
        if (wanted != null && wanted.kind() == PayBy.Kind.CARD) {
            PayBy card = wanted.cardId() == null ? newest() : known(wanted);
            if (card != null) {
                return card;
            }
        } else if (wanted != null && canUseWallet) {
            return wanted;
        }
        if (missingCents() == 0) {
            return PayBy.WALLET;
        }
        PayBy newest = newest();
        return newest != null ? newest : canUseWallet ? PayBy.WALLET : PayBy.NEW;
    }

    private PayBy known(PayBy card) {
        return cards == null || find(card.cardId()) != null ? card : null;
    }

    private PayBy newest() {
        return cards == null || cards.isEmpty() ? null : PayBy.card(cards.get(0).cardId());
    }

    private CardView find(long cardId) {
        return cards.stream()
                .filter(card -> card.cardId() == cardId)
                .findFirst()
                .orElse(null);
    }
}
