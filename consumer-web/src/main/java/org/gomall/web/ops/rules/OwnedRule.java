package org.gomall.web.ops.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * A rule and the application whose processes keep to it.
 *
 * @param rule in Sentinel's own JSON
 */
record OwnedRule(String application, JsonNode rule) {

    private static final int KEY_BYTES = 8;

    /** Names the rule in addresses, as long as nobody changes it. */
    String key() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the rule is about; empty for a whole process. */
    String resource() {
        return rule.path("resource").asString("");
    }

    /** For the audit log. */
    @Override
    public String toString() {
        return application + " " + rule;
    }
}
