package org.gomall.platform.messaging;

import tools.jackson.core.JacksonException;
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

    /**
     * @throws Unreadable when the body is not an event of this type, which no repetition will change
     */
    static <E> E read(String body, Class<E> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JacksonException e) {
            throw new Unreadable(type.getSimpleName() + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** A body that is no event. */
    static final class Unreadable extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
