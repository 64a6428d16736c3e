package org.gomall.web.ops.rules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.config.LiveDocument;
import org.gomall.platform.sentinel.BadRulesException;
import org.gomall.platform.sentinel.RuleDocument;
import org.gomall.platform.sentinel.RuleKind;
import org.gomall.platform.sentinel.RuleProblem;
import org.gomall.platform.sentinel.SentinelAutoConfiguration;
import org.gomall.web.envelope.WebJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes the rules of all processes; for the API and the pages alike. */
@Component
class RulesDesk {

    private static final int LONGEST_DETAIL = 1_000;

    private final LiveRules live;
    private final LiveDocument documents;
    private final AuditLogService audit;
    private final Clock clock;

    RulesDesk(LiveRules live, LiveDocument documents, AuditLogService audit, Clock clock) {
        this.live = live;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rules in force, as far as this process knows. */
    Rules current(RuleKind kind) {
        return live.current(kind);
    }

    /**
     * Replaces the rules of a kind: on record first, then in Nacos, which has them in every process within a second. The
     * documents of applications for which nothing changes are left alone.
     *
     * @throws BusinessException VALIDATION with fields like {@code rules[3].count}; CONFLICT when somebody else has changed
     *     them since this version; UNAVAILABLE when Nacos or the audit log does not take it
     */
    Rules replace(ActingUser actor, RuleKind kind, RuleSet wanted) throws BusinessException {
        List<OwnedRule> rules = rules(kind, wanted);
        return replace(actor, kind, wanted.version(), rules);
    }

    /** The same with rules that are known to name their application. */
    Rules replace(ActingUser actor, RuleKind kind, long version, List<OwnedRule> wanted) throws BusinessException {
        refuse(RuleDocument.problems(kind, wanted.stream().map(OwnedRule::rule).toList()));
        Rules before = live.current(kind);
        if (version != before.version()) {
            throw stale();
        }
        Map<String, RuleDocument> changed = new LinkedHashMap<>();
        Rules.APPLICATIONS.forEach(
                application -> before.next(application, wanted).ifPresent(next -> changed.put(application, next)));
        if (changed.isEmpty()) {
            return before;
        }
        audit.record(PrivilegedAct.of(
                actor,
                PrivilegedAct.OPS + "rules.change",
                kind.text() + "-rules:" + (version + changed.size()),
                changes(before.all(), wanted),
                clock.instant()));
        changed.forEach((application, next) -> publish(kind, application, next));
        return live.current(kind);
    }

    private void publish(RuleKind kind, String application, RuleDocument next) {
        String group = SentinelAutoConfiguration.GROUP;
        String stored = documents.read(group, kind.dataId(application)).orElse("");
        // Nacos shows a document to readers a moment after it has taken it: what was published here may be the newer
        // one. A
        // document that nobody can read is replaced.
        String expected = isReadable(kind, stored) ? live.text(kind, application) : stored;
        if (!documents.publishIf(group, kind.dataId(application), expected, next.text())) {
            live.catchUp(kind, application, stored);
            throw stale();
        }
        live.adopt(kind, application, next);
    }

    /** The rules of a body; the first things to be wrong are those that the schema of rules does not know. */
    private static List<OwnedRule> rules(RuleKind kind, RuleSet wanted) {
        Check check = Check.fields()
                .that(wanted.version() != null, "version", "must be the version that was read")
                .that(wanted.rules() != null, "rules", "must be a list");
        check.orRefuse();
        List<OwnedRule> rules = new ArrayList<>();
        for (int i = 0; i < wanted.rules().size(); i++) {
            Map<String, Object> entry = wanted.rules().get(i);
            Object application = entry == null ? null : entry.get(RuleSet.APPLICATION);
            check.that(entry != null, "rules[" + i + "]", "must be an object")
                    .that(
                            entry == null || Rules.isApplication(application),
                            "rules[" + i + "].application",
                            "must be one of " + String.join(", ", Rules.APPLICATIONS));
            ObjectNode rule = WebJson.mapper().valueToTree(entry == null ? Map.of() : entry);
            rule.remove(RuleSet.APPLICATION);
            rules.add(new OwnedRule(String.valueOf(application), rule));
        }
        List<JsonNode> nodes = rules.stream().map(OwnedRule::rule).toList();
        note(check, RuleDocument.problems(kind, nodes));
        check.orRefuse();
        return rules;
    }

    private static void refuse(List<RuleProblem> problems) {
        Check check = Check.fields();
        note(check, problems);
        check.orRefuse();
    }

    private static void note(Check check, List<RuleProblem> problems) {
        problems.forEach(problem -> check.that(false, problem.path(), problem.message()));
    }

    private static boolean isReadable(RuleKind kind, String text) {
        try {
            RuleDocument.read(kind, text);
            return true;
        } catch (BadRulesException e) {
            return false;
        }
    }

    private static BusinessException stale() {
        return new BusinessException(
                ErrorCode.CONFLICT, "Somebody else has changed the rules meanwhile; read them again");
    }

    private static Map<String, String> changes(List<OwnedRule> before, List<OwnedRule> after) {
        return Map.of("added", difference(after, before), "removed", difference(before, after));
    }

    private static String difference(List<OwnedRule> more, List<OwnedRule> less) {
        String all = more.stream()
                .filter(rule -> !less.contains(rule))
                .map(OwnedRule::toString)
                .collect(Collectors.joining("\n"));
        return all.length() > LONGEST_DETAIL ? all.substring(0, LONGEST_DETAIL) + "…" : all;
    }
}
