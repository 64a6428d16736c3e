package org.gomall.platform.reconciliation;

import java.util.List;
import java.util.Map;

/**
 * What one look found out about one law.
 *
 * @param rows what breaks it: the labels of the law's columns and their values as text, in the order of the columns
 * @param problem why the law could not be checked, or null
 */
public record Finding(Law law, List<Map<String, String>> rows, String problem) {}
