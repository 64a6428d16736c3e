package org.gomall.web.ops.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gomall.platform.sentinel.RuleDocument;
import tools.jackson.databind.JsonNode;

/** The rules of one kind of all applications, at one moment. The version of the whole is the sum of the versions. */
record Rules(Map<String, RuleDocument> documents) {

    /** Whose processes have rules, in the order in which they are shown. */
    static final List<String> APPLICATIONS = List.of(
            "consumer-web",
            "provider-user",
            "provider-product",
            "provider-stock",
            "provider-order",
            "provider-payment");

    Rules {
        documents = new LinkedHashMap<>(documents);
    }

    static boolean isApplication(Object name) {
        return name instanceof String text && APPLICATIONS.contains(text);
    }

    long version() {
        return documents.values().stream().mapToLong(RuleDocument::version).sum();
    }

    List<OwnedRule> all() {
        return documents.entrySet().stream()
                .flatMap(entry -> entry.getValue().rules().stream().map(rule -> new OwnedRule(entry.getKey(), rule)))
                .toList();
    }

    Optional<OwnedRule> named(String key) {
        return all().stream().filter(owned -> owned.key().equals(key)).findFirst();
    }

    /** The document that this application would have with these rules, or empty if nothing changes for it. */
    Optional<RuleDocument> next(String application, List<OwnedRule> wanted) {
        List<JsonNode> rules = wanted.stream()
                .filter(owned -> owned.application().equals(application))
                .map(OwnedRule::rule)
                .toList();
        RuleDocument before = documents.get(application);
        return rules.equals(before.rules())
                ? Optional.empty()
                : Optional.of(new RuleDocument(before.version() + 1, rules));
    }
}
