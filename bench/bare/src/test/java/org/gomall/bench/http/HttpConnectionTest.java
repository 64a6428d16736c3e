package org.gomall.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gomall.bench.load.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            seen.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(body, StandardCharsets.UTF_8) + " from "
                    + exchange.getRemoteAddress().getPort());
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/no") ? 409 : 200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Client client(int number, int of, String... requests) {
        String line =
                HttpClients.targetLine("it", "127.0.0.1", server.getAddress().getPort(), 200, List.of(requests));
        return HttpTarget.of(line.split(" ")).client(number, of);
    }

    @Test
    void goes_on_from_its_own_request_over_one_connection() throws Exception {
        try (Client client = client(
                1, 2, RequestTemplate.get("h", "/0"), RequestTemplate.get("h", "/1"), RequestTemplate.get("h", "/2"))) {
            for (int i = 0; i < 3; i++) {
                client.once();
            }
        }

        assertThat(seen).extracting(line -> line.substring(0, 2)).containsExactly("/1", "/0", "/2");
        assertThat(seen.stream().map(line -> line.replaceAll(".* from ", "")).distinct())
                .hasSize(1);
    }

    @Test
    void each_request_has_a_key_of_its_own() throws Exception {
        String order =
                RequestTemplate.post("h", "/orders", "{\"pieces\":1}", "Idempotency-Key: " + RequestTemplate.KEY);
        try (Client client = client(0, 1, order)) {
            client.once();
            client.once();
        }

        assertThat(seen).hasSize(2).doesNotHaveDuplicates();
        assertThat(seen).allMatch(line -> line.matches("/orders [0-9a-f-]{36} \\{\"pieces\":1} from \\d+"));
        assertThat(seen.stream().map(line -> line.split(" ")[1])).doesNotHaveDuplicates();
    }

    @Test
    void another_status_is_a_failure_with_its_reason() {
        try (Client client = client(0, 1, RequestTemplate.get("h", "/no"))) {
            assertThatThrownBy(client::once).hasMessageContaining("409").hasMessageContaining("ok");
        }
    }

    @Test
    void nobody_there_is_a_failure() {
        Client client = client(0, 1, RequestTemplate.get("h", "/0"));
        server.stop(0);

        assertThatThrownBy(client::once).isInstanceOf(IOException.class);
    }

    /** A line is read word by word. */
    @Test
    void a_target_has_one_word_for_a_name() {
        assertThatThrownBy(() -> HttpClients.targetLine("product page", "127.0.0.1", 1, 200, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("product page");
    }
}
