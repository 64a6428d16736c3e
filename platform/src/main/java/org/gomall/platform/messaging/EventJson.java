package org.gomall.platform.messaging;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON. Not the application's mapper: what one application tells its browsers must not change what it tells
 * other services. Unknown properties are skipped, so that an event can grow while both versions run.
 */
final class EventJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventJson() {}

    static String write(Object event) {
        return JSON.writeValueAsString(event);
    }

    static <E> E read(String body, Class<E> type) {
        return JSON.readValue(body, type);
    }
}
