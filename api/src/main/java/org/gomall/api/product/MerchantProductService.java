package org.gomall.api.product;

import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;

/**
 * Products of a shop in any state. Every call names the shop; another shop's product does not exist for it (NOT_FOUND).
 * Every write is a privileged act.
 */
public interface MerchantProductService {

    /** Products of the shop that the query names. Safe to repeat. */
    Page<ListingSummary> list(ListingQuery query) throws BusinessException;

    /** How many products a shop has in each state, without the states that none is in. Safe to repeat. */
    Map<ProductStatus, Long> counts(long shopId) throws BusinessException;

    /** One product with its history. Safe to repeat. */
    ListingView get(long shopId, long productId) throws BusinessException;

    /**
     * Creates a DRAFT. Not idempotent.
     *
     * @throws BusinessException VALIDATION, also for an unknown category and for pictures that are not the shop's own
     */
    ListingView create(SaveProductCommand command) throws BusinessException;

    /**
     * Replaces the contents of a product. An APPROVED one whose contents changed is PENDING afterwards; new prices, another
     * order of its SKUs and withdrawn ones leave it APPROVED. Safe to repeat.
     *
     * @throws BusinessException VALIDATION; NOT_FOUND; ILLEGAL_STATE while PENDING
     */
    ListingView update(SaveProductCommand command) throws BusinessException;

    /**
     * Asks for the product to be looked at.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE unless DRAFT, REJECTED or UNLISTED
     */
    ListingView submit(OwnProductCommand command) throws BusinessException;

    /**
     * Takes a product off the shelf.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE unless APPROVED
     */
    ListingView unlist(OwnProductCommand command) throws BusinessException;

    /**
     * Deletes a product that was never approved; orders may refer to any other one.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE when it ever was APPROVED, or is PENDING
     */
    void delete(OwnProductCommand command) throws BusinessException;
}
