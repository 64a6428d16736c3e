package org.gomall.platform.figures;

import java.util.List;

/** Tells which Sentinel rules are in force in this process; without a bean of this type the figures name none. */
@FunctionalInterface
public interface RuleReport {

    List<Rules> rules();

    /**
     * The rules of one kind.
     *
     * @param kind flow, degrade, param or system
     * @param version of the document in force
     * @param problem what is wrong with the newest document, which is not in force then; null when it is
     */
    record Rules(String kind, long version, String problem) {}
}
