package org.gomall.platform.sentinel;

import org.gomall.platform.config.LiveDocument;

/** Puts the rules of one kind in force as they come from Nacos; a bad document changes nothing but {@link RuleState}. */
final class RuleWatch {

    private final RuleKind kind;
    private final RuleState state;

    /** While the process starts, documents come in falling order of trust: what is wrong with the first stays known. */
    private boolean starting = true;

    private RuleWatch(RuleKind kind, RuleState state) {
        this.kind = kind;
        this.state = state;
    }

    static void start(LiveDocument documents, RuleKind kind, String application, RuleState state) {
        RuleWatch watch = new RuleWatch(kind, state);
        documents.watch(SentinelAutoConfiguration.GROUP, kind.dataId(application), watch::accept);
        watch.started();
    }

    private synchronized void started() {
        starting = false;
    }

    private synchronized void accept(String text) {
        RuleDocument document;
        try {
            document = RuleDocument.read(kind, text);
            kind.load(document);
        } catch (RuntimeException bad) {
            state.refused(kind, bad instanceof BadRulesException ? bad.getMessage() : bad.toString());
            throw bad;
        }
        if (starting) {
            state.inForce(kind, document.version());
        } else {
            state.settled(kind, document.version());
        }
    }
}
