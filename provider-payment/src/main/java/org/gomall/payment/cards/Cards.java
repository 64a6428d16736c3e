package org.gomall.payment.cards;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.AddCardCommand;
import org.gomall.api.payment.CardBrand;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.CardView;
import org.gomall.payment.channel.CardChannel;
import org.gomall.payment.channel.CardToken;
import org.gomall.platform.id.Ids;

/** The Dubbo face of cards. */
@DubboService
class Cards implements CardService {

    private static final int MOST = 20;
    private static final int YEARS_AHEAD = 20;

    private final CardMapper cards;
    private final CardVault vault;
    private final CardChannel channel;
    private final Ids ids;
    private final Clock clock;

    Cards(CardMapper cards, CardVault vault, CardChannel channel, Ids ids, Clock clock) {
        this.cards = cards;
        this.vault = vault;
        this.channel = channel;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<CardView> list(long userId) {
        return cards.list(userId);
    }

    @Override
    public CardView get(long userId, long cardId) {
        CardView card = cards.find(userId, cardId);
        if (card == null) {
            throw BusinessException.notFound("Card");
        }
        return card;
    }

    @Override
    public CardView add(AddCardCommand command) {
        if (vault.isPast(command.expiryMonth(), command.expiryYear())) {
            throw wrong("expiryMonth", "must not have passed");
        }
        if (vault.isTooFarAhead(command.expiryYear(), YEARS_AHEAD)) {
            throw wrong("expiryYear", "must be at most " + YEARS_AHEAD + " years ahead");
        }
        if (cards.count(command.userId()) >= MOST) {
            throw new BusinessException(ErrorCode.CONFLICT, "There is room for " + MOST + " cards");
        }
        CardToken token = channel.tokenise(command);
        CardView card = new CardView(
                ids.next(),
                brand(token.brand()),
                token.last4(),
                command.expiryMonth(),
                command.expiryYear(),
                command.holder().strip());
        cards.insert(command.userId(), card, token.token(), clock.instant());
        return card;
    }

    @Override
    public void remove(long userId, long cardId) {
        if (cards.delete(userId, cardId) == 0) {
            throw BusinessException.notFound("Card");
        }
    }

    private static CardBrand brand(String word) {
        return Stream.of(CardBrand.values())
                .filter(brand -> brand.name().equals(word))
                .findFirst()
                .orElse(CardBrand.OTHER);
    }

    private static BusinessException wrong(String field, String message) {
        return new BusinessException(
                ErrorCode.VALIDATION, ErrorCode.VALIDATION.defaultMessage(), Map.of(field, message));
    }
}
