package org.gomall.bench.contest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.localstack.LocalSystem;

/** What the applications count themselves. */
final class Meters {

    private static final List<String> APPLICATIONS = List.of(
            "consumer-web",
            "provider-user",
            "provider-product",
            "provider-stock",
            "provider-order",
            "provider-payment");

    private static final Pattern CALL = Pattern.compile(
            "gomall_sentinel_calls_seconds_count\\{.*resource=\"org\\.gomall\\.api\\.[a-z]+\\.(\\w+:\\w+)\\(.*} ([0-9.E+]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalSystem system;

    Meters(LocalSystem system) {
        this.system = system;
    }

    /** Calls over Dubbo by method. Caller and callee both count one; the callee has those of all callers. */
    Map<String, Double> calls() {
        Map<String, Double> calls = new LinkedHashMap<>();
        for (String application : APPLICATIONS) {
            calls(get(application)).forEach((method, count) -> calls.merge(method, count, Math::max));
        }
        return calls;
    }

    static Map<String, Double> calls(String meters) {
        Map<String, Double> calls = new LinkedHashMap<>();
        meters.lines()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .forEach(line -> calls.merge(line.group(1), Double.valueOf(line.group(2)), Double::sum));
        return calls;
    }

    private String get(String application) {
        try {
            URI url = URI.create(system.managementUrl(application, 1) + "/prometheus");
            return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
