package org.gomall.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gomall.platform.sentinel.RuleDocument;
import org.gomall.platform.sentinel.RuleKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The rule files of all applications, as the launcher publishes them. */
class ShippedRulesTest {

    private static final Path RULES = Path.of("..", "nacos-config", "SENTINEL");
    private static final String OURS = "org.gomall.api.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consumer-web",
                "provider-user",
                "provider-product",
                "provider-stock",
                "provider-order",
                "provider-payment"
            })
    void are_there_pass_the_check_of_every_process_and_name_what_exists(String application) throws Exception {
        for (RuleKind kind : RuleKind.values()) {
            for (JsonNode rule : document(application, kind).rules()) {
                String resource = rule.path("resource").asString("");
                if (resource.startsWith(OURS)) {
                    assertThat(isDubboResource(resource)).as(resource).isTrue();
                } else {
                    assertThat(kind == RuleKind.SYSTEM || resource.matches("([A-Z]+:)?/.*"))
                            .as(resource)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void every_process_bounds_what_is_under_way_in_it_and_none_looks_at_the_load_of_the_machine() throws IOException {
        for (Path file : files("-system-rules.json")) {
            List<JsonNode> rules =
                    RuleDocument.read(RuleKind.SYSTEM, Files.readString(file)).rules();

            assertThat(rules)
                    .as("%s", file)
                    .anyMatch(rule -> rule.path("maxThread").asInt(-1) > 0);
            // A machine that is busy with something else is no reason to refuse.
            assertThat(rules).noneMatch(rule -> rule.has("highestCpuUsage") || rule.has("highestSystemLoad"));
        }
    }

    @Test
    void there_is_no_file_that_nobody_reads() throws IOException {
        assertThat(files(".json")).hasSize(6 * RuleKind.values().length);
    }

    private static List<Path> files(String end) throws IOException {
        try (Stream<Path> all = Files.list(RULES)) {
            return all.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    private static RuleDocument document(String application, RuleKind kind) throws IOException {
        return RuleDocument.read(kind, Files.readString(RULES.resolve(kind.dataId(application))));
    }

    private static boolean isDubboResource(String resource) throws ClassNotFoundException {
        int colon = resource.indexOf(':');
        Class<?> service = Class.forName(colon < 0 ? resource : resource.substring(0, colon));
        return service.isInterface()
                && (colon < 0
                        || Arrays.stream(service.getMethods())
                                .map(method -> method.getName()
                                        + Arrays.stream(method.getParameterTypes())
                                                .map(Class::getName)
                                                .collect(Collectors.joining(",", "(", ")")))
                                .anyMatch(resource.substring(colon + 1)::equals));
    }
}
