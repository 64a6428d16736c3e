package org.gomall.api.order;

import java.io.Serializable;

/**
 * Why a purchase cannot be ordered as it is.
 *
 * @param kind what is wrong
 * @param skuId the line it is about, or null
 * @param available pieces left when {@code kind} is OUT_OF_STOCK, else null
 */
public record CheckoutProblem(Kind kind, Long skuId, Integer available) implements Serializable {

    /** What can stand in the way. */
    public enum Kind {
        /** Fewer pieces are left than asked for. */
        OUT_OF_STOCK,
        /** The SKU is not for sale any more. */
        NOT_FOR_SALE,
        /** No address is chosen yet. */
        ADDRESS_MISSING,
        /** The cart has no selected line. */
        NOTHING_SELECTED
    }
}
