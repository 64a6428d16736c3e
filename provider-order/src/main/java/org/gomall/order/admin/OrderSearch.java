package org.gomall.order.admin;

import java.time.Duration;
import java.time.Instant;
import org.gomall.api.common.PageLimits;
import org.gomall.api.order.AdminOrderQuery;
import org.gomall.api.order.OrderStatus;
import org.gomall.platform.id.Ids;

/**
 * A query of an admin as the table can answer it from an index. Order numbers rise with time, so a time span is a span of
 * the primary key, which every other index ends in.
 *
 * @param firstId no order that fits has a smaller number; null for no limit
 * @param endId no order that fits has this number or a greater one; null for no limit
 * @param most how far is counted
 */
record OrderSearch(
        OrderStatus status,
        Long orderId,
        Long userId,
        Long shopId,
        Instant from,
        Instant to,
        Long firstId,
        Long endId,
        int size,
        long offset,
        long most) {

    /** An order and its number do not get their times from the same look at the clock, and numbers may run ahead of it. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    static OrderSearch of(AdminOrderQuery query) {
        return new OrderSearch(
                query.status(),
                query.orderId(),
                query.userId(),
                query.shopId(),
                query.from(),
                query.to(),
                query.from() == null ? null : Ids.lowest(query.from().minus(SLACK)),
                query.to() == null ? null : Ids.lowest(query.to().plus(SLACK)),
                query.size(),
                (query.page() - 1L) * query.size(),
                PageLimits.mostCounted(query.page(), query.size()));
    }
}
