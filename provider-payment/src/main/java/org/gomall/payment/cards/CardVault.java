package org.gomall.payment.cards;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.CardView;
import org.springframework.stereotype.Component;

/** Gives out what a card is charged with. */
@Component
public class CardVault {

    private final CardMapper cards;
    private final Clock clock;

    CardVault(CardMapper cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * The token of a user's card that has not expired.
     *
     * @throws BusinessException NOT_FOUND; VALIDATION when it has expired
     */
    public String token(long userId, long cardId) {
        CardView card = cards.find(userId, cardId);
        String token = cards.token(userId, cardId);
        if (card == null || token == null) {
            throw BusinessException.notFound("Card");
        }
        if (isPast(card.expiryMonth(), card.expiryYear())) {
            throw new BusinessException(
                    ErrorCode.VALIDATION, ErrorCode.VALIDATION.defaultMessage(), Map.of("cardId", "has expired"));
        }
        return token;
    }

    /** A card is good until the end of its month, wherever on earth it ends last. */
    boolean isPast(int month, int year) {
        return YearMonth.of(year, month).isBefore(YearMonth.from(today()));
    }

    boolean isTooFarAhead(int year, int mostYears) {
        return year > today().getYear() + mostYears;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
    }
}
