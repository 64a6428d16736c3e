package org.gomall.bench.mall;

import tools.jackson.databind.JsonNode;

/** What the API answered. */
record Answer(String request, int status, JsonNode envelope) {

    JsonNode data() {
        return envelope.path("data");
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Fails unless it is a success. */
    Answer ok() {
        if (!isGood()) {
            throw new IllegalStateException(request + " was answered " + status + " " + envelope);
        }
        return this;
    }
}
