package org.gomall.platform.messaging;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as operations may see it: its numbers, states and times in full, of every other text the first letter. Whoever adds
 * a field with something personal to an event has nothing to think of.
 */
final class MaskedBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** States, times and ids: what is written in capitals or digits. */
    private static final Pattern HARMLESS =
            Pattern.compile("[A-Z][A-Z_]{0,31}|\\d{1,19}|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    /** Numbers that could be a phone's or a card's are no ids of ours, which are longer or carry their name. */
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");

    private static final int MOST_CHARACTERS = 4_000;

    private MaskedBody() {}

    static String of(String body) {
        try {
            String masked = masked(JSON.readTree(body)).toString();
            return masked.length() > MOST_CHARACTERS ? masked.substring(0, MOST_CHARACTERS) + "…" : masked;
        } catch (JacksonException notJson) {
            return "no JSON, " + body.length() + " characters";
        }
    }

    private static JsonNode masked(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(property -> object.set(property.getKey(), masked(property.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(masked(element)));
            return array;
        }
        return node.isString() ? JsonNodeFactory.instance.stringNode(masked(node.stringValue())) : node;
    }

    private static String masked(String text) {
        boolean harmless =
                HARMLESS.matcher(text).matches() && !PHONE.matcher(text).matches();
        return harmless || text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(0, 1)) + "***";
    }
}
