package org.gomall.web.security;

import java.util.ArrayList;
import java.util.List;
import org.gomall.web.envelope.WebJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The document access-rules.json, and the body of the API that changes it.
 *
 * @param version goes up by one with every change through the API; a change names the version it was made from
 * @param whitelist what guests may reach, {@code METHOD:pattern}
 * @param blacklist who is kept out; may be missing
 */
record AccessDocument(Long version, List<String> whitelist, Blacklist blacklist) {

    /**
     * Who is kept out, all as text. Each list may be missing.
     *
     * @param users ids of users
     * @param ips addresses
     * @param cidrs blocks of addresses
     */
    record Blacklist(List<String> users, List<String> ips, List<String> cidrs) {

        static final Blacklist EMPTY = new Blacklist(List.of(), List.of(), List.of());

        Blacklist {
            users = users == null ? List.of() : users;
            ips = ips == null ? List.of() : ips;
            cidrs = cidrs == null ? List.of() : cidrs;
        }
    }

    AccessDocument {
        blacklist = blacklist == null ? Blacklist.EMPTY : blacklist;
    }

    /**
     * Reads the text of the document.
     *
     * @throws IllegalArgumentException when it is not one
     */
    static AccessDocument parse(String json) {
        try {
            JsonNode root = WebJson.mapper().readTree(json);
            JsonNode blacklist = root.path("blacklist");
            if (!root.path("whitelist").isArray()) {
                throw new IllegalArgumentException("access rules need a whitelist");
            }
            return new AccessDocument(
                    root.path("version").asLong(0),
                    texts(root.path("whitelist")),
                    new Blacklist(
                            texts(blacklist.path("users")),
                            texts(blacklist.path("ips")),
                            texts(blacklist.path("cidrs"))));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("access rules cannot be read: " + e.getMessage(), e);
        }
    }

    /** The text of the document, made to be read by people in Nacos' console as well. */
    String text() {
        return WebJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    private static List<String> texts(JsonNode list) {
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw new IllegalArgumentException("access rules hold something else where a list belongs");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            texts.add(text.stringValue());
        }
        return texts;
    }
}
