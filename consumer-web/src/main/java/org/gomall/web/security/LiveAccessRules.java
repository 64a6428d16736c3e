package org.gomall.web.security;

import org.gomall.platform.config.LiveDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The access rules in force: document access-rules.json in Nacos group GOMALL. A bad document changes nothing. */
@Component
class LiveAccessRules {

    static final String GROUP = "GOMALL";
    static final String DATA_ID = "access-rules.json";

    private static final Logger LOG = LoggerFactory.getLogger(LiveAccessRules.class);

    private volatile AccessRules rules = AccessRules.closed();

    LiveAccessRules(LiveDocument documents) {
        documents.watch(GROUP, DATA_ID, this::replace);
    }

    AccessRules current() {
        return rules;
    }

    private void replace(String document) {
        rules = AccessRules.parse(document);
        LOG.info("access rules are in force");
    }
}
