package org.gomall.product.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The specs of a SKU as they are stored, in their display order. */
@Component
public class Specs {

    private static final TypeReference<LinkedHashMap<String, String>> ORDERED = new TypeReference<>() {};

    private final JsonMapper json;

    Specs(JsonMapper json) {
        this.json = json;
    }

    /** What is stored. */
    public Map<String, String> read(String text) {
        return json.readValue(text, ORDERED);
    }

    /** What to store. */
    public String write(Map<String, String> specs) {
        return json.writeValueAsString(specs);
    }
}
