package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ops sees every running process, and which one is in trouble. */
class ServicesTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void all_applications_are_seen_with_their_figures() {
        Shopper ops = Shopper.login(MALL.url(), "ops", Mall.DEMO_PASSWORD);
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode services = ops.get("/api/ops/services").ok().data();
            assertThat(services.valueStream().map(one -> one.path("application").asString()))
                    .containsExactlyInAnyOrderElementsOf(Mall.applications());
            for (JsonNode service : services) {
                assertThat(service.path("instances")).as("%s", service).isNotEmpty();
                for (JsonNode instance : service.path("instances")) {
                    assertThat(instance.path("answers").asBoolean())
                            .as("%s", instance)
                            .isTrue();
                    assertThat(instance.path("healthy").asBoolean())
                            .as("%s", instance)
                            .isTrue();
                    assertThat(instance.path("version").asString()).isEqualTo("0.1.0-SNAPSHOT");
                }
            }
        });
    }

    @Test
    void a_frozen_provider_is_named_within_seconds() {
        Shopper ops = Shopper.login(MALL.url(), "ops", Mall.DEMO_PASSWORD);
        MALL.system().pause("provider-payment");
        try {
            await().atMost(SOON).untilAsserted(() -> assertThat(findings(ops, "provider-payment"))
                    .contains("SILENT"));
        } finally {
            MALL.system().resume("provider-payment");
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(findings(ops, "provider-payment"))
                .doesNotContain("SILENT"));
    }

    private static String findings(Shopper ops, String application) {
        return ops.get("/api/ops/services")
                .ok()
                .data()
                .valueStream()
                .filter(one -> one.path("application").asString().equals(application))
                .map(one -> one.path("findings").toString())
                .findFirst()
                .orElseThrow();
    }
}
