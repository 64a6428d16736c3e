package org.gomall.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody using the REST API, logged in or not. */
public final class Shopper {

    public static final String PASSWORD = "correct horse battery";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String url;
    private final String token;
    private final String name;
    private String addressId;

    private Shopper(String url, String token, String name) {
        this.url = url;
        this.token = token;
        this.name = name;
    }

    public static Shopper guest(String url) {
        return new Shopper(url, null, "guest");
    }

    /** A new shopper with an account, an address and money. */
    public static Shopper register(String url, long walletCents) {
        String name = "t-" + UUID.randomUUID().toString().substring(0, 13);
        Shopper guest = guest(url);
        guest.post("/api/auth/register", Map.of("username", name, "email", name + "@example.org", "password", PASSWORD))
                .ok();
        Shopper shopper = login(url, name, PASSWORD);
        shopper.addressId = shopper.post("/api/addresses", address("Li Lei"))
                .ok()
                .data()
                .path("addressId")
                .asString();
        if (walletCents > 0) {
            shopper.postWithKey("/api/wallet/topups", key(), Map.of("amountCents", walletCents))
                    .ok();
        }
        return shopper;
    }

    public static Shopper login(String url, String account, String password) {
        Answer answer = guest(url)
                .post("/api/auth/login", Map.of("account", account, "password", password))
                .ok();
        return new Shopper(url, answer.data().path("token").asString(), account);
    }

    /** The same session at another instance of the web. */
    public Shopper at(String otherUrl) {
        return new Shopper(otherUrl, token, name);
    }

    public static Map<String, Object> address(String receiver) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("receiver", receiver);
        address.put("phone", "13800000000");
        address.put("province", "Zhejiang");
        address.put("city", "Hangzhou");
        address.put("district", "Xihu");
        address.put("street", "Lakeside 1");
        address.put("zip", "310000");
        address.put("isDefault", true);
        return address;
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    String token() {
        return token;
    }

    public String name() {
        return name;
    }

    public String addressId() {
        if (addressId == null) {
            addressId =
                    get("/api/addresses").ok().data().get(0).path("addressId").asString();
        }
        return addressId;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer post(String path) {
        return send("POST", path, null, Map.of());
    }

    public Answer postWithKey(String path, String key, Object body) {
        return send("POST", path, body, Map.of("Idempotency-Key", key));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Sends anything; a String body goes as it is, other bodies as JSON. */
    public Answer send(String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(
                    method,
                    HttpRequest.BodyPublishers.ofString(body instanceof String s ? s : JSON.writeValueAsString(body)));
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            return Answer.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body of an order for one SKU. */
    public Map<String, Object> orderOf(long skuId, int quantity) {
        return orderOf(List.of(Map.of("skuId", String.valueOf(skuId), "quantity", quantity)));
    }

    public Map<String, Object> orderOf(List<Map<String, Object>> items) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", items);
        body.put("addressId", addressId());
        return body;
    }

    /** Places an order for one SKU and returns its id. */
    public String order(long skuId, int quantity) {
        return postWithKey("/api/orders", key(), orderOf(skuId, quantity))
                .ok()
                .data()
                .path("orders")
                .get(0)
                .path("orderId")
                .asString();
    }

    public Answer pay(String... orderIds) {
        return postWithKey("/api/payments", key(), Map.of("orderIds", List.of(orderIds), "method", "WALLET"));
    }

    /** A new card; returns its id. */
    public String card(String number) {
        return post(
                        "/api/cards",
                        Map.of(
                                "number",
                                number,
                                "expiryMonth",
                                12,
                                "expiryYear",
                                2030,
                                "cvv",
                                "123",
                                "holder",
                                "Li Lei"))
                .ok()
                .data()
                .path("cardId")
                .asString();
    }

    public Answer payByCard(String cardId, String... orderIds) {
        return postWithKey(
                "/api/payments", key(), Map.of("orderIds", List.of(orderIds), "method", "CARD", "cardId", cardId));
    }

    public JsonNode orderNow(String orderId) {
        return get("/api/orders/" + orderId).ok().data();
    }

    public String statusOf(String orderId) {
        return orderNow(orderId).path("status").asString();
    }

    public long balanceCents() {
        return get("/api/wallet").ok().data().path("balanceCents").asLong();
    }
}
