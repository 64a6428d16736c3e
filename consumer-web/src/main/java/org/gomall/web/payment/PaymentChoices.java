package org.gomall.web.payment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.CardView;
import org.gomall.api.payment.WalletService;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Component;

/** The ways to pay of a shopper. What cannot be asked at the moment is missing, and the page works with the rest. */
@Component
public class PaymentChoices {

    private final WalletService wallets;
    private final CardService cards;

    PaymentChoices(WalletService wallets, CardService cards) {
        this.wallets = wallets;
        this.cards = cards;
    }

    /** For a purchase that is paid after it was ordered. */
    public PaymentChoice later(CurrentUser user, long totalCents, PayBy wanted) {
        return of(user, totalCents, wanted, false);
    }

    /** For what is paid with the next press of a button. */
    PaymentChoice atOnce(CurrentUser user, long totalCents, PayBy wanted) {
        return of(user, totalCents, wanted, true);
    }

    /** To the page that adds a card and leads back to {@code next}, where it is the newest one. */
    public static String toNewCard(String next) {
        return Redirects.to("/account/cards/new?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    private PaymentChoice of(CurrentUser user, long totalCents, PayBy wanted, boolean atOnce) {
        Long balance = orNull(() -> wallets.wallet(user.userId()).balanceCents());
        List<CardView> known = orNull(() -> cards.list(user.userId()));
        return PaymentChoice.of(totalCents, balance, known, wanted, atOnce);
    }

    private static <T> T orNull(Supplier<T> question) {
        try {
            return question.get();
        } catch (BusinessException e) {
            return null;
        }
    }
}
