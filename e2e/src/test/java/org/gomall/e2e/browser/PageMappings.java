package org.gomall.e2e.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gomall.e2e.Mall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which addresses of pages the web has, as it says itself.
 *
 * @param patterns as Spring writes them, for example /orders/{orderId}
 */
record PageMappings(List<String> patterns) {

    /** Not pages, not ours, or nothing but the way to a page. */
    private static final Pattern NO_PAGE = Pattern.compile(
            "/api/.*|/api-docs|/v3/.*|/error|/media/.*|/uploads/.*|/language/.*|/ops/rules|.*/swagger.*|.*[*].*");

    static PageMappings of(Mall mall) {
        URI address = URI.create(mall.system().managementUrl("consumer-web", 1) + "/mappings");
        JsonNode all;
        try {
            all = JsonMapper.builder()
                    .build()
                    .readTree(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        TreeSet<String> found = new TreeSet<>();
        all.findValues("requestMappingConditions").forEach(conditions -> {
            if (conditions.path("methods").toString().contains("GET")) {
                conditions.path("patterns").forEach(pattern -> found.add(pattern.asString()));
            }
        });
        found.removeIf(pattern -> NO_PAGE.matcher(pattern).matches());
        return new PageMappings(List.copyOf(found));
    }

    /** The addresses that nobody looks at. */
    List<String> withoutPlace(List<Place> places) {
        TreeSet<String> missing = new TreeSet<>(patterns);
        places.forEach(place -> served(place.like()).ifPresent(missing::remove));
        return List.copyOf(missing);
    }

    private Optional<String> served(String address) {
        String path = address.replaceAll("[?].*", "");
        return patterns.stream()
                .filter(pattern -> expression(pattern).matcher(path).matches())
                .max(Comparator.comparingInt(PageMappings::fixedLetters));
    }

    private static Pattern expression(String pattern) {
        return Pattern.compile(
                Stream.of(pattern.split("(?<=/)|(?=/)")).map(PageMappings::part).collect(Collectors.joining()));
    }

    private static String part(String part) {
        if (!part.startsWith("{")) {
            return Pattern.quote(part);
        }
        int colon = part.indexOf(':');
        return colon < 0 ? "[^/]+" : "(?:" + part.substring(colon + 1, part.length() - 1) + ")";
    }

    private static int fixedLetters(String pattern) {
        return pattern.replaceAll("[{][^/]*[}]", "").length();
    }
}
