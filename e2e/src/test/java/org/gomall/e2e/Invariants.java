package org.gomall.e2e;

import java.util.ArrayList;
import java.util.List;
import org.gomall.platform.reconciliation.Law;
import org.gomall.platform.reconciliation.Laws;

/** The laws that hold over all schemas once nothing is under way: the same ones that the live system is held against. */
final class Invariants {

    private static final int SHOWN = 5;

    private Invariants() {}

    /** Every violation in words, beginning with its law; empty when all is well. */
    static List<String> violations(Database database) {
        List<String> found = new ArrayList<>();
        for (Law law : Laws.all()) {
            List<List<String>> rows = database.rows(law.query(SHOWN));
            if (!rows.isEmpty()) {
                found.add(law.code() + " " + law.title() + ": " + rows);
            }
        }
        return found;
    }
}
