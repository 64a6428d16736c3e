package org.gomall.web.ops.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All rules of one kind, as the API reads and writes them.
 *
 * @param version goes up with every change; a change names the version it was made from
 * @param rules Sentinel's own JSON, each with the {@code application} that it is for
 */
record RuleSet(Long version, List<Map<String, Object>> rules) {

    static final String APPLICATION = "application";

    RuleSet {
        rules = rules == null ? null : new ArrayList<>(rules);
    }

    static RuleSet of(Rules known) {
        return new RuleSet(
                known.version(), known.all().stream().map(RuleSet::entry).toList());
    }

    private static Map<String, Object> entry(OwnedRule owned) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(APPLICATION, owned.application());
        owned.rule().properties().forEach(field -> entry.put(field.getKey(), field.getValue()));
        return entry;
    }
}
