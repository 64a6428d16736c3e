package org.gomall.web.ops.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.platform.config.LiveDocument;
import org.gomall.platform.sentinel.BadRulesException;
import org.gomall.platform.sentinel.RuleDocument;
import org.gomall.platform.sentinel.RuleKind;
import org.gomall.platform.sentinel.SentinelAutoConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The rule documents of all applications as Nacos pushes them; each keeps its last good version. */
@Component
class LiveRules {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    /** For so long Nacos may still bring the document from before one that was published here. */
    private static final Duration ECHO = Duration.ofSeconds(5);

    private static final Known NONE = new Known("", new RuleDocument(0, List.of()), Instant.MIN);

    private final Clock clock;
    private final Map<RuleKind, Map<String, Known>> known = new EnumMap<>(RuleKind.class);

    LiveRules(LiveDocument documents, Clock clock) {
        this.clock = clock;
        for (RuleKind kind : RuleKind.values()) {
            Map<String, Known> ofKind = new LinkedHashMap<>();
            Rules.APPLICATIONS.forEach(application -> ofKind.put(application, NONE));
            known.put(kind, ofKind);
            Rules.APPLICATIONS.forEach(application -> documents.watch(
                    SentinelAutoConfiguration.GROUP,
                    kind.dataId(application),
                    text -> pushed(kind, application, text)));
        }
    }

    /** A document letter by letter, what it says, and until when an older one is taken for an echo. */
    private record Known(String text, RuleDocument document, Instant echoesUntil) {}

    /** All rules of a kind. */
    synchronized Rules current(RuleKind kind) {
        Map<String, RuleDocument> documents = new LinkedHashMap<>();
        known.get(kind).forEach((application, of) -> documents.put(application, of.document()));
        return new Rules(documents);
    }

    /** The last good document of an application, letter by letter; empty if there was none. */
    synchronized String text(RuleKind kind, String application) {
        return known.get(kind).get(application).text();
    }

    /** Takes over a document that was published a moment ago. */
    synchronized void adopt(RuleKind kind, String application, RuleDocument document) {
        known.get(kind)
                .put(
                        application,
                        new Known(document.text(), document, clock.instant().plus(ECHO)));
    }

    /** Takes over what Nacos turned out to have instead; a push may have been taken for an echo. */
    void catchUp(RuleKind kind, String application, String text) {
        try {
            pushed(kind, application, text);
        } catch (BadRulesException e) {
            // It is gone or has become unreadable since; the last good one stays.
            LOG.warn("{} in Nacos: {}", kind.dataId(application), e.getMessage());
        }
    }

    private synchronized void pushed(RuleKind kind, String application, String text) {
        RuleDocument document = RuleDocument.read(kind, text);
        Known before = known.get(kind).get(application);
        boolean echo = document.version() < before.document().version()
                && clock.instant().isBefore(before.echoesUntil());
        if (!echo) {
            known.get(kind).put(application, new Known(text, document, before.echoesUntil()));
        }
    }
}
