package org.gomall.bench.trace;

/**
 * A piece of work in a trace.
 *
 * @param text the statement of SQL, or empty
 * @param start nanoseconds since 1970
 * @param end nanoseconds since 1970
 */
record Span(String application, String traceId, String name, String text, long start, long end) {}
