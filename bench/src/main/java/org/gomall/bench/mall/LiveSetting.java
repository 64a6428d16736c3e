package org.gomall.bench.mall;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

/** One live setting of an application in Nacos, switched as ops would. */
public final class LiveSetting {

    /** A push arrives within a fraction of this. */
    private static final Duration ARRIVES_WITHIN = Duration.ofMillis(1_500);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final String document;
    private final String key;
    private final Properties settings = new Properties();

    public LiveSetting(String nacos, String application, String key) {
        this.url = URI.create("http://" + nacos + "/nacos/v1/cs/configs");
        this.document = "group=GOMALL&dataId=" + application + ".properties";
        this.key = key;
    }

    /** Publishes another value and returns when it is in force; the same value again costs nothing. */
    public void set(String value) {
        if (value.equals(settings.getProperty(key))) {
            return;
        }
        try {
            // Read once only: Nacos shows a change to readers a moment later.
            if (settings.isEmpty()) {
                settings.load(new StringReader(send(HttpRequest.newBuilder(URI.create(url + "?" + document)))));
            }
            settings.setProperty(key, value);
            StringWriter text = new StringWriter();
            settings.store(text, null);
            String published = send(HttpRequest.newBuilder(url)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(document + "&type=properties&content="
                            + URLEncoder.encode(text.toString(), StandardCharsets.UTF_8))));
            if (!published.equals("true")) {
                throw new IllegalStateException("Nacos did not take " + key + "=" + value + ": " + published);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Retry.pause(ARRIVES_WITHIN);
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
