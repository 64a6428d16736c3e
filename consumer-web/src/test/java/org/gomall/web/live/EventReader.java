package org.gomall.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads server-sent events of one page of the mall, and leaves no stream open. */
public final class EventReader {

    private final String url;
    private final LiveStreams live;
    private final List<InputStream> streams = new ArrayList<>();

    /** Of the events at this path. */
    public EventReader(int port, String path, LiveStreams live) {
        this.url = "http://127.0.0.1:" + port + path;
        this.live = live;
    }

    /** A stream that is open. */
    public BufferedReader open(String token) throws Exception {
        HttpResponse<InputStream> answer = ask(token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** Whatever is answered. */
    public HttpResponse<InputStream> ask(String token) throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Cookie", "gomall-token=" + token)
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        streams.add(answer.body());
        return answer;
    }

    /** The next event in one line, or null when the stream has ended. */
    public static String next(BufferedReader stream) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.isEmpty() && !lines.isEmpty()) {
                return String.join(" ", lines);
            }
            if (!line.startsWith(":") && !line.isEmpty()) {
                lines.add(line);
            }
        }
        return null;
    }

    /** Leaves, and waits until the mall has noticed. */
    public void close() throws IOException {
        for (InputStream stream : streams) {
            stream.close();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            live.heartbeat();
            return live.openStreams() == 0;
        });
    }
}
