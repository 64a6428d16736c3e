package org.gomall.product.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the specs of a SKU in their display order. */
@Component
class Specs {

    private static final TypeReference<LinkedHashMap<String, String>> ORDERED = new TypeReference<>() {};

    private final JsonMapper json;

    Specs(JsonMapper json) {
        this.json = json;
    }

    Map<String, String> read(String text) {
        return json.readValue(text, ORDERED);
    }
}
