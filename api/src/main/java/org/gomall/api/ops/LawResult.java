package org.gomall.api.ops;

import java.io.Serializable;
import java.util.List;

/**
 * One law and whether it holds.
 *
 * @param law the invariant it belongs to, I1 to I9
 * @param key names the law, also in the runbook
 * @param violations what breaks it, at most 50; of a law that is UNCHECKED what was known before
 * @param remedy what to do when it is broken
 * @param problem why it could not be checked, or null
 */
public record LawResult(
        String law,
        String key,
        String title,
        LawStatus status,
        List<Violation> violations,
        String remedy,
        String problem)
        implements Serializable {}
