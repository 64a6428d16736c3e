package org.gomall.api.ops;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that breaks a law.
 *
 * @param what names and values, ids first
 * @param since when it was seen first with these values
 * @param settled whether it has had its time; else it may still be under way
 */
public record Violation(Map<String, String> what, Instant since, boolean settled) implements Serializable {}
