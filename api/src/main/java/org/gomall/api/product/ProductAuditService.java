package org.gomall.api.product;

import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;

/** What admins decide about products. Every decision is a privileged act. */
public interface ProductAuditService {

    /** Products of any shop and state. Safe to repeat. */
    Page<ListingSummary> list(ListingQuery query) throws BusinessException;

    /** One product with its history. Safe to repeat. */
    ListingView get(long productId) throws BusinessException;

    /**
     * Puts a product on the shelf.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE unless PENDING, so the first of two decisions counts
     */
    ListingView approve(ActingUser actor, long productId) throws BusinessException;

    /**
     * Turns a product down.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE unless PENDING
     */
    ListingView reject(RejectProductCommand command) throws BusinessException;
}
