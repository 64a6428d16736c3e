package org.gomall.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the running system says about its own API at /v3/api-docs. */
final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    static OpenApi of(String url) {
        return new OpenApi(Shopper.guest(url).get("/v3/api-docs").envelope());
    }

    /**
     * One thing that can be asked for.
     *
     * @param path with its parameters in braces
     * @param body the schema of its JSON body, or a missing node
     */
    record Operation(String method, String path, JsonNode body) {

        List<String> parameters() {
            return PARAMETER
                    .matcher(path)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }

        boolean hasBody() {
            return !body.isMissingNode();
        }

        /** The path with values in place of its parameters. */
        String filled(Map<String, String> values) {
            String filled = path;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace("{" + value.getKey() + "}", value.getValue());
            }
            return filled;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        resolved(operation
                                .getValue()
                                .path("requestBody")
                                .path("content")
                                .path("application/json")
                                .path("schema"))))));
        return operations;
    }

    /** A body that looks right: {@code values} by property name, else something of the property's type. */
    Object sample(JsonNode schema, Map<String, ?> values) {
        JsonNode known = resolved(schema);
        if (known.path("type").asString("").equals("array")) {
            return List.of(sample(known.path("items"), values));
        }
        if (known.has("properties")) {
            Map<String, Object> body = new LinkedHashMap<>();
            known.path("properties").properties().forEach(property -> {
                Object value = values.containsKey(property.getKey())
                        ? values.get(property.getKey())
                        : sample(property.getValue(), values);
                if (value != null) {
                    body.put(property.getKey(), value);
                }
            });
            return body;
        }
        if (known.has("enum")) {
            return known.path("enum").get(0).asString();
        }
        return switch (known.path("type").asString("")) {
            case "integer", "number" -> 1;
            case "boolean" -> true;
            case "object" -> Map.of();
            default -> "sample";
        };
    }

    /** Names of all properties in a body, at any depth, that are ids of something or addresses of pictures. */
    Set<String> idsIn(JsonNode schema) {
        Set<String> ids = new TreeSet<>();
        JsonNode known = resolved(schema);
        if (known.has("items")) {
            ids.addAll(idsIn(known.path("items")));
        }
        known.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            if (name.endsWith("Id") || name.endsWith("Ids") || name.equals("images")) {
                ids.add(name);
            } else {
                ids.addAll(idsIn(property.getValue()));
            }
        });
        return ids;
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
