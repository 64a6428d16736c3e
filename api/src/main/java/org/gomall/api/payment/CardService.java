package org.gomall.api.payment;

import java.util.List;
import org.gomall.api.common.BusinessException;

/** The cards of users. Every call names the owner; another user's card does not exist for it (NOT_FOUND). */
public interface CardService {

    /** The cards of a user, the newest first. Safe to repeat. */
    List<CardView> list(long userId) throws BusinessException;

    /** One card. Safe to repeat. */
    CardView get(long userId, long cardId) throws BusinessException;

    /**
     * Has the channel turn a card into a token, and keeps that. Repeating it makes another card.
     *
     * @throws BusinessException VALIDATION; CONFLICT when the user has too many cards; UNAVAILABLE when the channel is
     *     away (nothing happened)
     */
    CardView add(AddCardCommand command) throws BusinessException;

    /** Forgets a card. Payments that were begun with it go on. */
    void remove(long userId, long cardId) throws BusinessException;
}
