package org.gomall.web.ready;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What one request has in its blanks. */
final class Filling {

    private static final byte[] NOTHING = {};

    private final byte[] formToken;
    private final byte[] username;
    private final byte[] traceId;

    /**
     * Each as it stands in an answer.
     *
     * @param formToken null where there are no forms
     * @param username null for a guest
     */
    Filling(String formToken, String username, String traceId) {
        this.formToken = bytes(formToken);
        this.username = bytes(username);
        this.traceId = bytes(traceId);
    }

    byte[] of(Blank blank) {
        return switch (blank) {
            case FORM_TOKEN -> formToken;
            case USERNAME -> username;
            case TRACE_ID -> traceId;
        };
    }

    /** What these blanks take when they are filled. */
    int size(List<Blank> blanks) {
        int size = 0;
        for (Blank blank : blanks) {
            size += of(blank).length;
        }
        return size;
    }

    private static byte[] bytes(String text) {
        return text == null ? NOTHING : text.getBytes(StandardCharsets.UTF_8);
    }
}
