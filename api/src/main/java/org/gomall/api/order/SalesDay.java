package org.gomall.api.order;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What came in and what went back on one day, from its midnight to the next one in the time zone that was asked for.
 *
 * @param orders orders whose payment was taken on that day, whatever became of them later; one that was never paid,
 *     cancelled or not, does not count
 * @param pieces pieces of those orders
 * @param paidCents totals of those orders in fen, with shipping
 * @param refundedCents money of any order that went back on that day, in fen; a refund that is only asked for or approved
 *     does not count
 */
public record SalesDay(LocalDate day, long orders, long pieces, long paidCents, long refundedCents)
        implements Serializable {}
