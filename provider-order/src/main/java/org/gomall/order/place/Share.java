package org.gomall.order.place;

/** What a common attempt to place orders has brought to one of those who took part. */
sealed interface Share {

    /** It did not work out together, or does not concern the others: go alone. Always safe, the key decides. */
    Share ALONE = new Alone();

    /** The purchase was placed with the others'. */
    record Placed(OrderPlan plan, Ending ending) implements Share {}

    /** The purchase is refused, and nothing of it has happened. */
    record Refused(RuntimeException reason) implements Share {}

    /** See {@link #ALONE}. */
    record Alone() implements Share {}
}
