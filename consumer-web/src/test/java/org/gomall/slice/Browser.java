package org.gomall.slice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client that shows everything: nothing is followed, cookies are kept only when asked for. */
public final class Browser {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final String base;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private boolean keepsCookies;

    private Browser(int port) {
        this.port = port;
        this.base = "http://127.0.0.1:" + port;
    }

    /** Knows nothing and keeps nothing. */
    public static Browser at(int port) {
        return new Browser(port);
    }

    /** From now on cookies are kept and sent back. */
    public Browser keepingCookies() {
        keepsCookies = true;
        return this;
    }

    /** From now on every request carries this header; null takes it away. */
    public Browser header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** From now on every request carries this token. */
    public Browser bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Logs in by the API; from now on every request carries the token. */
    public Browser loggedIn(String account) {
        return bearer(token(account));
    }

    /** The token of a new session; this browser itself is not logged in by it. */
    public String token(String account) {
        return at(port).post(
                        "/api/auth/login",
                        "{\"account\":\"" + account + "\",\"password\":\"" + Accounts.PASSWORD + "\"}")
                .data()
                .get("token")
                .stringValue();
    }

    public Browser cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public String cookie(String name) {
        return cookies.get(name);
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    public Answer form(String path, String fields) {
        return send("POST", path, "application/x-www-form-urlencoded", fields);
    }

    /** A form with a file, which may be null; fields are names and values in turn. */
    public Answer upload(String path, String fileName, byte[] file, String... fields) {
        return exchange(
                "POST", path, "multipart/form-data; boundary=" + Parts.BOUNDARY, Parts.of(fileName, file, fields));
    }

    /** A form with several pictures. */
    public Answer uploadAll(String path, List<byte[]> pictures, String... fields) {
        return exchange("POST", path, "multipart/form-data; boundary=" + Parts.BOUNDARY, Parts.of(pictures, fields));
    }

    public Answer send(String method, String path, String contentType, String body) {
        return exchange(
                method,
                path,
                contentType,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    }

    private Answer exchange(String method, String path, String contentType, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (!cookies.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            request.header("Cookie", String.join("; ", pairs));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (keepsCookies) {
                response.headers().allValues("Set-Cookie").forEach(this::keep);
            }
            return Answer.of(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request whose path is sent as it is, even where a well-behaved client would not send it. */
    public Answer raw(String method, String path) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
            headers.forEach((name, value) ->
                    request.append(name).append(": ").append(value).append("\r\n"));
            request.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            return Answer.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON body of unannounced length. */
    public Answer chunked(String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
        headers.forEach(request::header);
        try {
            return Answer.of(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** Writes a body of several parts. */
    private static final class Parts {

        private static final String BOUNDARY = "----gomall-test-boundary";

        private static HttpRequest.BodyPublisher of(String fileName, byte[] file, String... fields) {
            ByteArrayOutputStream body = fields(fields);
            if (file != null) {
                part(body, "name=\"file\"; filename=\"" + fileName + "\"", file);
            }
            return ended(body);
        }

        private static HttpRequest.BodyPublisher of(List<byte[]> pictures, String... fields) {
            ByteArrayOutputStream body = fields(fields);
            pictures.forEach(picture -> part(body, "name=\"file\"; filename=\"picture.png\"", picture));
            return ended(body);
        }

        private static ByteArrayOutputStream fields(String... fields) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int i = 0; i < fields.length; i += 2) {
                part(body, "name=\"" + fields[i] + "\"", fields[i + 1].getBytes(StandardCharsets.UTF_8));
            }
            return body;
        }

        private static HttpRequest.BodyPublisher ended(ByteArrayOutputStream body) {
            body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return HttpRequest.BodyPublishers.ofByteArray(body.toByteArray());
        }

        private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What came back. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        static Answer of(HttpResponse<String> response) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(response.headers().map());
            return new Answer(response.statusCode(), headers, response.body());
        }

        static Answer parse(String text) {
            int end = text.indexOf("\r\n\r\n");
            String[] lines = text.substring(0, end).split("\r\n");
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i < lines.length; i++) {
                String[] header = lines[i].split(": ?", 2);
                headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1]);
            }
            String body = text.substring(end + 4);
            if (headers.containsKey("Transfer-Encoding")) {
                body = body.substring(body.indexOf("\r\n") + 2, body.lastIndexOf("\r\n0\r\n"));
            }
            return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        }

        public List<String> setCookies() {
            return headers.getOrDefault("Set-Cookie", List.of());
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public int code() {
            return json().get("code").intValue();
        }

        public JsonNode data() {
            return json().get("data");
        }
    }
}
