package org.gomall.api.order;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.CellBy;
import org.gomall.api.common.CellBy.Key;

/** Shopping carts. Every answer is the whole cart at today's prices and stock. */
public interface CartService {

    /** The cart; empty when there is none. Safe to repeat. Stock figures are null when stock cannot be asked. */
    CartView view(@CellBy(value = Key.USER, of = "userId", orGuest = "guestToken") CartOwner owner)
            throws BusinessException;

    /**
     * Adds pieces to a line, or a new line. Not idempotent: twice adds twice.
     *
     * @throws BusinessException VALIDATION; NOT_FOUND when the SKU is not for sale; CONFLICT beyond 100 lines
     */
    CartView add(
            @CellBy(value = Key.USER, of = "userId", orGuest = "guestToken") CartOwner owner, CartLineCommand command)
            throws BusinessException;

    /**
     * Sets quantity and selection of a line. Safe to repeat.
     *
     * @throws BusinessException NOT_FOUND when the line is not in the cart
     */
    CartView set(
            @CellBy(value = Key.USER, of = "userId", orGuest = "guestToken") CartOwner owner,
            SetCartLineCommand command)
            throws BusinessException;

    /** Removes a line; a missing one is fine. Safe to repeat. */
    CartView remove(@CellBy(value = Key.USER, of = "userId", orGuest = "guestToken") CartOwner owner, long skuId)
            throws BusinessException;

    /** Empties the cart. Safe to repeat. */
    CartView clear(@CellBy(value = Key.USER, of = "userId", orGuest = "guestToken") CartOwner owner)
            throws BusinessException;

    /** Moves a guest's lines into a user's cart, adding quantities. Safe to repeat: the guest's cart is empty after it. */
    CartView merge(String guestToken, long userId) throws BusinessException;
}
