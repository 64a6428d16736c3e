package org.gomall.api.common;

/** RocketMQ topics, one per service; the tag of a message is the simple name of its event record. */
public final class Topics {

    public static final String USER = "gomall-user";
    public static final String PRODUCT = "gomall-product";
    public static final String STOCK = "gomall-stock";
    public static final String ORDER = "gomall-order";
    public static final String PAYMENT = "gomall-payment";

    /** What people with special rights did, for the audit log of provider-user. */
    public static final String AUDIT = "gomall-audit";

    /** Messages that are delivered at a set time. */
    public static final String TIMER = "gomall-timer";

    private Topics() {}
}
