package org.gomall.api.order;

/** How large carts and orders may be. With prices up to {@code MAX_PRICE_CENTS} no total can overflow a long. */
public final class OrderLimits {

    /** Most pieces of one SKU in a cart line or order line. */
    public static final int MAX_QUANTITY = 999;

    /** Most lines in a cart or purchase. */
    public static final int MAX_LINES = 100;

    /** Dearest SKU, in fen. */
    public static final long MAX_PRICE_CENTS = 1_000_000_000L;

    private OrderLimits() {}
}
