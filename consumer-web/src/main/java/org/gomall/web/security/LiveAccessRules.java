package org.gomall.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gomall.api.common.BusinessException;
import org.gomall.platform.config.LiveDocument;
import org.gomall.web.session.SessionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The access rules in force: document access-rules.json in Nacos group GOMALL. A bad document changes nothing.
 *
 * <p>Nacos pushes a change to every instance within a fraction of a second. A live session does not even wait for that:
 * whoever changes the rules hands the document over in Redis as well, and the first request that sees a newer rights version
 * fetches it from there (docs/adr/0005).
 */
@Component
class LiveAccessRules {

    static final String GROUP = "GOMALL";
    static final String DATA_ID = "access-rules.json";

    private static final Logger LOG = LoggerFactory.getLogger(LiveAccessRules.class);

    /** For so long Nacos may still bring the document from before the one that was handed over. */
    private static final Duration ECHO = Duration.ofSeconds(5);

    private final SessionStore sessions;
    private final Clock clock;
    private volatile AccessRules rules = AccessRules.closed();
    private volatile String text = "";
    private volatile long seenRightsVersion = Long.MIN_VALUE;
    private String lastHandedOver;
    private Instant echoesUntil = Instant.MIN;

    LiveAccessRules(LiveDocument documents, SessionStore sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        documents.watch(GROUP, DATA_ID, this::pushed);
    }

    AccessRules current() {
        return rules;
    }

    /** The document in force, letter by letter. */
    String text() {
        return text;
    }

    /**
     * Makes sure that rules which were handed over before this rights version are in force. Costs nothing but a comparison
     * as long as the version does not move.
     *
     * @throws BusinessException UNAVAILABLE when they cannot be read
     */
    void catchUp(long rightsVersion) throws BusinessException {
        if (rightsVersion == seenRightsVersion) {
            return;
        }
        synchronized (this) {
            if (rightsVersion == seenRightsVersion) {
                return;
            }
            Optional<String> document = sessions.handedOver();
            if (document.isPresent() && !document.get().equals(lastHandedOver)) {
                adopt(document.get());
            }
            seenRightsVersion = rightsVersion;
        }
    }

    /** Puts rules in force that were published a moment ago. */
    synchronized void adopt(String document) {
        lastHandedOver = document;
        AccessRules handedOver = AccessRules.parse(document);
        if (handedOver.version() > rules.version()) {
            echoesUntil = clock.instant().plus(ECHO);
            rules = handedOver;
            text = document;
            LOG.info("access rules {} are in force", handedOver.version());
        }
    }

    private synchronized void pushed(String document) {
        AccessRules next = AccessRules.parse(document);
        if (next.version() < rules.version() && clock.instant().isBefore(echoesUntil)) {
            LOG.info("access rules {} came after {} and are not taken", next.version(), rules.version());
            return;
        }
        rules = next;
        text = document;
        LOG.info("access rules {} are in force", next.version());
    }
}
