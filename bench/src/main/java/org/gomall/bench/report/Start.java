package org.gomall.bench.report;

/**
 * One {@code ./gomall up} with everything built.
 *
 * @param name what was there before it
 * @param readySeconds until the command said that everything is ready
 * @param paidSeconds until the first order was paid
 * @param megabytes resident memory of all processes then
 */
public record Start(String name, double readySeconds, double paidSeconds, long megabytes) {}
