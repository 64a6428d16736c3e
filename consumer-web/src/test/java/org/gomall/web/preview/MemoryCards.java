package org.gomall.web.preview;

import java.util.ArrayList;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.payment.AddCardCommand;
import org.gomall.api.payment.CardBrand;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.CardView;

/** The cards of alice. */
class MemoryCards implements CardService {

    private final List<CardView> cards = new ArrayList<>();
    private long ids = 6_000;

    @Override
    public List<CardView> list(long userId) {
        return userId == MemoryOrders.ALICE ? List.copyOf(cards) : List.of();
    }

    @Override
    public CardView get(long userId, long cardId) {
        return list(userId).stream()
                .filter(card -> card.cardId() == cardId)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("Card"));
    }

    @Override
    public CardView add(AddCardCommand command) {
        command.check();
        String digits = command.digits();
        CardView card = new CardView(
                ++ids,
                CardBrand.VISA,
                digits.substring(digits.length() - 4),
                command.expiryMonth(),
                command.expiryYear(),
                command.holder());
        cards.add(0, card);
        return card;
    }

    @Override
    public void remove(long userId, long cardId) {
        cards.remove(get(userId, cardId));
    }
}
