package org.gomall.api.user;

/** Why somebody cannot leave yet; the {@code reason} in the details of the refusal. */
public enum LeavingObstacle {
    /** Paid orders are on their way, or money is on its way back; the details name them as {@code orderIds}. */
    OPEN_ORDERS,
    /** The user runs a shop that customers can buy from. */
    SHOP,
    /** Nobody else could administer the mall. */
    LAST_ADMIN
}
