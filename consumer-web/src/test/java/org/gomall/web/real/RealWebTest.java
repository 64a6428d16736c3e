package org.gomall.web.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gomall.platform.config.LiveDocument;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RealWeb
class RealWebTest {

    private static final Duration PUSHED = Duration.ofSeconds(10);

    @LocalServerPort
    private int port;

    @Autowired
    private LiveDocument documents;

    @Test
    void logs_in_through_dubbo_and_redis_and_out_again() {
        String token = Browser.at(port).token("alice");
        Browser alice = Browser.at(port).bearer(token);

        assertThat(alice.get("/api/auth/me").data().get("username").stringValue())
                .isEqualTo("alice");
        assertThat(alice.send("POST", "/api/auth/logout", null, null).status()).isEqualTo(200);
        assertThat(alice.get("/api/auth/me").code()).isEqualTo(40100);
    }

    @Test
    void passes_refusals_on_as_they_are() {
        assertThat(Browser.at(port)
                        .post("/api/auth/login", "{\"account\":\"alice\",\"password\":\"wrong\"}")
                        .code())
                .isEqualTo(40101);
        assertThat(Browser.at(port)
                        .post("/api/auth/register", "{\"username\":\"x\"}")
                        .data()
                        .propertyNames())
                .contains("username", "email", "password");
    }

    @Test
    void answers_503_within_three_seconds_without_providers() {
        Browser alice = Browser.at(port).loggedIn("alice").header("Idempotency-Key", "k");
        long before = System.nanoTime();

        List<Answer> answers = List.of(
                Browser.at(port).get("/api/products/100001"),
                alice.get("/api/orders"),
                alice.post("/api/orders", "{\"items\":[{\"skuId\":\"1\",\"quantity\":1}],\"addressId\":\"1\"}"),
                alice.get("/api/wallet"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.code()).as(answer.body()).isEqualTo(50300);
            assertThat(answer.header("Retry-After")).isNotNull();
        });
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void takes_access_rules_from_nacos_while_it_runs() {
        String shipped = documents.read("GOMALL", "access-rules.json").orElse(null);
        assertThat(Browser.at(port).get("/api/wallet").code()).isEqualTo(40100);
        try {
            documents.publish("GOMALL", "access-rules.json", "{\"version\":2,\"whitelist\":[\"GET:/api/wallet\"]}");
            await().atMost(PUSHED).untilAsserted(() -> assertThat(
                            Browser.at(port).get("/api/categories").code())
                    .isEqualTo(40100));

            documents.publish("GOMALL", "access-rules.json", "{ this is broken");
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(
                            Browser.at(port).get("/api/categories").code())
                    .as("the last good rules stay")
                    .isEqualTo(40100));
        } finally {
            documents.publish("GOMALL", "access-rules.json", shipped == null ? shippedRules() : shipped);
        }
        await().atMost(PUSHED).untilAsserted(() -> assertThat(
                        Browser.at(port).get("/api/categories").code())
                .isEqualTo(50300));
    }

    @Test
    void limits_a_resource_by_a_rule_in_nacos() {
        String rule =
                "{\"version\":%d,\"rules\":[{\"resource\":\"/api/products/{productId}\",\"grade\":1,\"count\":%d}]}";
        documents.publish("SENTINEL", "consumer-web-flow-rules.json", rule.formatted(2, 0));
        await().atMost(PUSHED).untilAsserted(() -> {
            Answer answer = Browser.at(port).get("/api/products/100001");
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.code()).isEqualTo(42900);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        });

        documents.publish("SENTINEL", "consumer-web-flow-rules.json", rule.formatted(3, 10_000));
        await().atMost(PUSHED).untilAsserted(() -> assertThat(
                        Browser.at(port).get("/api/products/100001").status())
                .isEqualTo(503));
    }

    @Test
    void describes_its_api() {
        JsonNode api = Browser.at(port).get("/v3/api-docs").json();

        assertThat(api.get("paths").propertyNames())
                .contains("/api/auth/login", "/api/orders", "/api/orders/{orderId}", "/api/products/{productId}");
        JsonNode place = api.get("paths").get("/api/orders").get("post");
        JsonNode key = StreamSupport.stream(place.get("parameters").spliterator(), false)
                .filter(parameter -> parameter.get("name").stringValue().equals("Idempotency-Key"))
                .findFirst()
                .orElseThrow();
        assertThat(key.get("required").booleanValue()).isTrue();
        assertThat(place.get("parameters").size()).as("nothing but the header").isEqualTo(1);
        JsonNode order = api.get("components")
                .get("schemas")
                .get("org.gomall.api.order.OrderView")
                .get("properties");
        assertThat(order.get("orderId").get("type").stringValue()).isEqualTo("string");
        assertThat(order.get("totalCents").get("type").stringValue()).isEqualTo("integer");
        assertThat(api.get("components")
                        .get("schemas")
                        .get("org.gomall.api.payment.PaymentView")
                        .get("properties")
                        .get("orderIds")
                        .get("items")
                        .get("type")
                        .stringValue())
                .isEqualTo("string");
        assertThat(api.get("components")
                        .get("schemas")
                        .get("org.gomall.web.order.Purchase.Line")
                        .get("properties")
                        .propertyNames())
                .as("not the cart's line, which is called alike")
                .containsExactlyInAnyOrder("skuId", "quantity");
        assertThat(api.toString()).doesNotContain("CurrentUser").doesNotContain("CartOwner");
        Answer page = Browser.at(port).get("/api-docs");
        assertThat(page.status()).isEqualTo(302);
        assertThat(Browser.at(port).get(page.header("Location")).body()).contains("swagger-ui");
    }

    @Test
    void shows_no_actuator_on_the_public_port() {
        for (String path : List.of("/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env")) {
            assertThat(Browser.at(port).get(path).status()).as(path).isIn(302, 404);
            assertThat(Browser.at(port).loggedIn("nova").get(path).status())
                    .as(path)
                    .isIn(403, 404);
        }
    }

    private static String shippedRules() {
        try (var shipped =
                RealWebTest.class.getClassLoader().getResourceAsStream("nacos-config/GOMALL/access-rules.json")) {
            return new String(shipped.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
