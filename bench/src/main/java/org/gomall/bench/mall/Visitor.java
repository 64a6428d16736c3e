package org.gomall.bench.mall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the API, for what has to be there before anything is measured. */
public final class Visitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final String PASSWORD = "correct horse battery";

    private final String url;
    private final String token;

    private Visitor(String url, String token) {
        this.url = url;
        this.token = token;
    }

    public static Visitor guest(String url) {
        return new Visitor(url, null);
    }

    public static Visitor login(String url, String account, String password) {
        JsonNode session = guest(url)
                .send("POST", "/api/auth/login", Map.of("account", account, "password", password))
                .ok()
                .data();
        return new Visitor(url, session.path("token").asString());
    }

    /** With a session that is there already. */
    static Visitor known(String url, String token) {
        return new Visitor(url, token);
    }

    /** With a new account. */
    public static Visitor register(String url) {
        String name = "b-" + UUID.randomUUID().toString().substring(0, 13);
        guest(url)
                .send(
                        "POST",
                        "/api/auth/register",
                        Map.of("username", name, "email", name + "@example.org", "password", PASSWORD))
                .ok();
        return login(url, name, PASSWORD);
    }

    public String token() {
        return token;
    }

    /** A new address, and its id. */
    public String address() {
        Map<String, Object> address = Map.of(
                "receiver", "Li Lei",
                "phone", "13800000000",
                "province", "Zhejiang",
                "city", "Hangzhou",
                "district", "Xihu",
                "street", "Lakeside 1",
                "zip", "310000",
                "isDefault", true);
        return send("POST", "/api/addresses", address)
                .ok()
                .data()
                .path("addressId")
                .asString();
    }

    /** The body of an order for one piece. */
    public static String orderOf(String skuId, String addressId) {
        return JSON.writeValueAsString(
                Map.of("items", List.of(Map.of("skuId", skuId, "quantity", 1)), "addressId", addressId));
    }

    /** Buys one piece with new money, or answers false when the mall is not ready for that yet. */
    public boolean buys(String skuId) {
        send("POST", "/api/wallet/topups", Map.of("amountCents", 100_000_00)).ok();
        Answer placed = send("POST", "/api/orders", JSON.readTree(orderOf(skuId, address())));
        if (!placed.isGood()) {
            return false;
        }
        String order = placed.data().path("orders").get(0).path("orderId").asString();
        return send("POST", "/api/payments", Map.of("orderIds", List.of(order), "method", "WALLET"))
                .isGood();
    }

    /** Places an order under a trace of the caller's. */
    void order(String body, String traceParent) {
        send("POST", "/api/orders", JSON.readTree(body), "traceparent", traceParent)
                .ok();
    }

    public JsonNode get(String path) {
        return send("GET", path, null).ok().data();
    }

    /** Takes pieces into the stock of one's own shop. */
    public void stock(String skuId, int pieces) {
        send("PUT", "/api/merchant/skus/" + skuId + "/stock", Map.of("delta", pieces, "reason", "for a benchmark"))
                .ok();
    }

    private Answer send(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        request.header("Content-Type", "application/json");
        request.header("Idempotency-Key", UUID.randomUUID().toString());
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    method + " " + path,
                    response.statusCode(),
                    json ? JSON.readTree(response.body()) : JSON.nullNode());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
